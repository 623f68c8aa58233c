package org.bitacora.api.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.application.indicator.ObservationOptions;
import org.bitacora.application.indicator.TerritoryScopeQuery;
import org.bitacora.application.indicator.VersionQuery;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;

/**
 * Parses the parameters of requests for the observations of an indicator. An invalid value is a problem
 * 400.
 */
public final class IndicatorQueryParser {

    private IndicatorQueryParser() {}

    /** Parses a query for one or several periods, with an optional breakdown. */
    static IndicatorQuery parse(ReadRequest readRequest, String territory, String indicator) {
        var by = parseGroupings(readRequest.values("by")).orElseThrow(ProblemException::of);
        var period =
                PeriodParameterParser.parse(readRequest.parameter("period")).orElseThrow(ProblemException::of);
        return parse(readRequest, territory, indicator, period, by);
    }

    /** Parses a query for one period, without a breakdown. */
    static IndicatorQuery parseSinglePeriod(ReadRequest readRequest, String territory, String indicator) {
        return parse(readRequest, territory, indicator, singlePeriod(readRequest), List.of());
    }

    private static IndicatorQuery parse(
            ReadRequest readRequest, String territory, String indicator, PeriodQuery period, List<Grouping> by) {
        return new IndicatorQuery(
                indicator,
                version(readRequest, "version"),
                scope(readRequest, "asOf", territory),
                period,
                options(readRequest, by));
    }

    /** Returns the single period, or the years of a plan. */
    static PeriodQuery singlePeriod(ReadRequest readRequest) {
        return PeriodParameterParser.parseSingle(readRequest.parameter("period"))
                .orElseThrow(ProblemException::of);
    }

    /** Returns the territory, with or without its members, as of the moment that a parameter names. */
    static TerritoryScopeQuery scope(ReadRequest readRequest, String parameter, String territory) {
        return new TerritoryScopeQuery(
                territory, readRequest.isRollup(), AsOfParameterParser.parse(readRequest, parameter));
    }

    /** Returns the versions whose numbers a parameter lists; the latest if it is missing. */
    static VersionQuery version(ReadRequest readRequest, String parameter) {
        var numbers = readRequest.values(parameter);
        return numbers.isEmpty()
                ? new VersionQuery.LatestVersion()
                : new VersionQuery.NumberedVersions(parameter, numbers);
    }

    /** Returns the filters, the groupings, and the number of inhabitants that values refer to. */
    static ObservationOptions options(ReadRequest readRequest, List<Grouping> by) {
        return new ObservationOptions(FilterParameters.parse(readRequest), by, readRequest.number("per"));
    }

    /** Parses groupings, separated by commas. */
    public static Result<List<Grouping>> parseGroupings(String text) {
        return parseGroupings(
                Arrays.stream(text.split(",")).filter(it -> !it.isEmpty()).toList());
    }

    static Result<List<Grouping>> parseGroupings(List<String> words) {
        List<Grouping> groupings = new ArrayList<>();
        for (var word : words) {
            var grouping = Grouping.of(word);
            if (grouping.isEmpty()) {
                return Result.failure(new Refusal.InvalidParameter(
                        "by", Detail.of("Expected one or two of {0}.", String.join(", ", Grouping.words()))));
            }
            groupings.add(grouping.get());
        }
        return Result.success(groupings);
    }
}
