package org.bitacora.exchange.sdmx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.indicator.query.ObservationExport.ExportWindow;

/** Parses instants and bounds of time. Without an offset, UTC applies. */
final class TimeParameterParser {

    private static final String TIME = "c[" + SdmxIdentifiers.TIME + "]";

    private static final Set<String> OPERATORS = Set.of("", "eq", "ge", "gt", "le", "lt");

    private TimeParameterParser() {}

    /**
     * Parses an exclusive lower bound: an instant or a day. A day means the instant before it begins, so that the whole
     * day is included.
     */
    static Optional<Instant> parseAfter(ReadRequest readRequest, String name) {
        return readRequest
                .parameter(name)
                .map(it -> isDay(it) ? begin(name, it).minus(1, ChronoUnit.MICROS) : instant(name, it));
    }

    /** Parses an upper bound: an instant or a day. A day means its end. */
    static Optional<Instant> parseUntil(ReadRequest readRequest, String name) {
        return readRequest.parameter(name).map(it -> isDay(it) ? endOfDay(begin(name, it)) : instant(name, it));
    }

    /** Returns the last microsecond of a day. */
    static Instant endOfDay(Instant begin) {
        return begin.plus(1, ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS);
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private static Instant begin(String name, String day) {
        return instant(name, day + "T00:00:00Z");
    }

    private static Instant instant(String name, String text) {
        try {
            if (!text.matches("\\d{4}-.*") || text.startsWith("0000")) {
                throw malformed(name);
            }
            return text.matches(".*T.*([Zz]|[+ -]\\d\\d(:?\\d\\d)?)")
                    ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw malformed(name);
        }
    }

    private static ProblemException malformed(String name) {
        return ProblemException.invalidParameter(
                name, Detail.of("Expected an instant such as `2014-12-31T23:59:59Z` or a day such as `2014-12-31`."));
    }

    /**
     * Parses the window of periods that {@code startPeriod}, {@code endPeriod} and {@code c[TIME_PERIOD]} all allow.
     */
    static ExportWindow parseWindow(ReadRequest readRequest, Set<String> frequencies) {
        var exportWindow = new ExportWindow(
                ExportWindow.ALL.first(), ExportWindow.ALL.last(), has(frequencies, "A"), has(frequencies, "M"));
        for (var it : readRequest.parameter("startPeriod").stream().toList()) {
            exportWindow = from(exportWindow, period("startPeriod", it).first());
        }
        for (var it : readRequest.parameter("endPeriod").stream().toList()) {
            exportWindow = to(exportWindow, period("endPeriod", it).last());
        }
        for (var it : readRequest.parameter(TIME).stream()
                .flatMap(TimeParameterParser::parts)
                .toList()) {
            exportWindow = narrow(exportWindow, it);
        }
        return exportWindow;
    }

    private static boolean has(Set<String> frequencies, String frequency) {
        return frequencies.isEmpty() || frequencies.contains(frequency);
    }

    private static Stream<String> parts(String text) {
        if (text.contains(",")) {
            throw notOffered();
        }
        return Stream.of(text.split("[+ ]", -1));
    }

    private static ProblemException notOffered() {
        return UnsupportedProblems.parameter(
                TIME, Detail.of("Supported are one period and the operators `ge:`, `gt:`, `le:` and `lt:`."));
    }

    /**
     * Narrows a window by one condition. A period ends with its last day: {@code le:2020} means up to the end of 2020.
     */
    private static ExportWindow narrow(ExportWindow exportWindow, String part) {
        var operator = part.matches("[a-z]{2}:.*") ? part.substring(0, 2) : "";
        if (!OPERATORS.contains(operator)) {
            throw notOffered();
        }
        var period = period(TIME, operator.isEmpty() ? part : part.substring(3));
        return switch (operator) {
            case "ge" -> from(exportWindow, period.first());
            case "gt" -> from(exportWindow, period.last().plusDays(1));
            case "le" -> to(exportWindow, period.last());
            case "lt" -> to(exportWindow, period.first().minusDays(1));
            default -> only(exportWindow, period);
        };
    }

    private static ExportWindow from(ExportWindow exportWindow, LocalDate day) {
        var first = day.isAfter(exportWindow.first()) ? day : exportWindow.first();
        return new ExportWindow(first, exportWindow.last(), exportWindow.years(), exportWindow.months());
    }

    private static ExportWindow to(ExportWindow exportWindow, LocalDate day) {
        var last = day.isBefore(exportWindow.last()) ? day : exportWindow.last();
        return new ExportWindow(exportWindow.first(), last, exportWindow.years(), exportWindow.months());
    }

    /** Narrows a window to one period. A year selects only the year itself, not its months. */
    private static ExportWindow only(ExportWindow exportWindow, Period period) {
        var bound = to(from(exportWindow, period.first()), period.last());
        return new ExportWindow(
                bound.first(),
                bound.last(),
                bound.years() && period.name().length() == 4,
                bound.months() && period.name().matches("\\d{4}-\\d\\d"));
    }

    /**
     * Parses a period in a form of SDMX 3.0 (section 4.2.5 of its technical notes): a calendar period, a reporting year
     * ({@code 2020-A1}), semester, quarter or month ({@code 2020-M05}), or an instant, which means its day. The calendar
     * has no reporting trimesters, weeks and days.
     */
    private static Period period(String name, String text) {
        if (text.matches("\\d{4}-[TWD]\\d{1,3}")) {
            throw UnsupportedProblems.parameter(
                    name, Detail.of("Reporting trimesters, weeks and days are not supported, such as `{0}`.", text));
        }
        var calendar = text.replaceFirst("^(\\d{4})-A1$", "$1")
                .replaceFirst("^(\\d{4})-M(\\d\\d)$", "$1-$2")
                .replaceFirst(
                        "^(\\d{4}-\\d\\d-\\d\\d)T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?([Zz]|[+ -]\\d\\d:\\d\\d)?$", "$1");
        return Period.parseOne(calendar)
                .orElseThrow(() -> ProblemException.invalidParameter(
                        name,
                        Detail.of(
                                "Expected a period such as `2014`, `2014-Q1`, `2014-05` or `2014-05-12`, not `{0}`.",
                                text)));
    }
}
