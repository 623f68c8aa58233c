package org.bitacora.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.domain.identifier.Position;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.http.problem.ProblemException;

/** Parses parameters that name a moment, such as {@code asOf}: a position, an instant, or the end of a day. */
public final class AsOfParameterParser {

    private static final int DAY_LENGTH = "2014-12-31".length();

    private AsOfParameterParser() {}

    /** Returns the moment that {@code asOf} names; throws a problem 400 if the value is invalid. */
    public static AsOfQuery parse(ReadRequest readRequest) {
        return parse(readRequest, "asOf");
    }

    /**
     * Returns the moment that a parameter names, or the latest moment if the parameter is missing; throws a problem 400
     * if the value is invalid.
     */
    public static AsOfQuery parse(ReadRequest readRequest, String parameter) {
        return parse(parameter, readRequest.parameter(parameter)).orElseThrow(ProblemException::of);
    }

    /** Returns the moment that a text names, or the latest moment if there is no text. */
    static Result<AsOfQuery> parse(String parameter, Optional<String> text) {
        return text.map(it -> parse(parameter, it)).orElseGet(() -> Result.success(new AsOfQuery.Latest(parameter)));
    }

    private static Result<AsOfQuery> parse(String parameter, String text) {
        try {
            var position = Position.parse(text);
            return Result.success(
                    position.isPresent()
                            ? new AsOfQuery.AtPosition(parameter, position.get().value())
                            : parseTime(parameter, text));
        } catch (DateTimeException _) {
            return Result.failure(new Refusal.InvalidParameter(parameter, AsOfQuery.EXPECTED_FORM));
        }
    }

    private static AsOfQuery parseTime(String parameter, String text) {
        return text.length() == DAY_LENGTH
                ? new AsOfQuery.AtEndOfDay(parameter, LocalDate.parse(text))
                : new AsOfQuery.AtInstant(
                        parameter, OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    }

    /**
     * Returns the instant that {@code asOf} names, or the end of the day in UTC, for queries on several logs. Throws a
     * problem 400 for any other value, because a position refers to a single log.
     */
    public static Optional<Instant> parseInstant(ReadRequest readRequest) {
        return switch (parse(readRequest)) {
            case AsOfQuery.Latest _ -> Optional.empty();
            case AsOfQuery.AtInstant it -> Optional.of(it.instant());
            case AsOfQuery.AtEndOfDay it -> Optional.of(it.instant(TerritoryCalendar.UTC));
            case AsOfQuery.AtPosition it ->
                throw ProblemException.invalidParameter(it.parameter(), AsOfQuery.EXPECTED_FORM);
        };
    }
}
