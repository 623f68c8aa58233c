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
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.query.Harvest.Window;

/** Reads instants and bounds of time. Where no offset is given, UTC is meant. */
final class Times {

    private static final String TIME = "c[" + Ids.TIME + "]";

    private static final Set<String> OPERATORS = Set.of("", "eq", "ge", "gt", "le", "lt");

    private Times() {}

    /** After an instant; of a day, all of it. */
    static Optional<Instant> after(Ask ask, String name) {
        return ask.parameter(name)
                .map(it -> isDay(it) ? begin(name, it).minus(1, ChronoUnit.MICROS) : instant(name, it));
    }

    /** Up to an instant, or to the end of a day. */
    static Optional<Instant> until(Ask ask, String name) {
        return ask.parameter(name).map(it -> isDay(it) ? end(begin(name, it)) : instant(name, it));
    }

    /** The last instant of a day that a log can tell from the next one. */
    static Instant end(Instant begin) {
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
        return ProblemException.parameter(
                name, "An instant such as 2014-12-31T23:59:59Z, or a day such as 2014-12-31.");
    }

    /** The periods that {@code startPeriod}, {@code endPeriod} and {@code c[TIME_PERIOD]} allow, all of them. */
    static Window window(Ask ask, Set<String> frequencies) {
        var window = new Window(Window.ALL.first(), Window.ALL.last(), has(frequencies, "A"), has(frequencies, "M"));
        for (var it : ask.parameter("startPeriod").stream().toList()) {
            window = from(window, period("startPeriod", it).first());
        }
        for (var it : ask.parameter("endPeriod").stream().toList()) {
            window = to(window, period("endPeriod", it).last());
        }
        for (var it : ask.parameter(TIME).stream().flatMap(Times::parts).toList()) {
            window = bound(window, it);
        }
        return window;
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
        return NotOffered.parameter(TIME, "ge:, gt:, le:, lt: and one period are offered here.");
    }

    /** A year ends with its last day: {@code le:2020} means the end of 2020. */
    private static Window bound(Window window, String part) {
        var operator = part.matches("[a-z]{2}:.*") ? part.substring(0, 2) : "";
        if (!OPERATORS.contains(operator)) {
            throw notOffered();
        }
        var period = period(TIME, operator.isEmpty() ? part : part.substring(3));
        return switch (operator) {
            case "ge" -> from(window, period.first());
            case "gt" -> from(window, period.last().plusDays(1));
            case "le" -> to(window, period.last());
            case "lt" -> to(window, period.first().minusDays(1));
            default -> only(window, period);
        };
    }

    private static Window from(Window window, LocalDate day) {
        var first = day.isAfter(window.first()) ? day : window.first();
        return new Window(first, window.last(), window.years(), window.months());
    }

    private static Window to(Window window, LocalDate day) {
        var last = day.isBefore(window.last()) ? day : window.last();
        return new Window(window.first(), last, window.years(), window.months());
    }

    /** A year is not its months. */
    private static Window only(Window window, Period period) {
        var bound = to(from(window, period.first()), period.last());
        return new Window(
                bound.first(),
                bound.last(),
                bound.years() && period.name().length() == 4,
                bound.months() && period.name().matches("\\d{4}-\\d\\d"));
    }

    private static Period period(String name, String text) {
        return Period.one(text)
                .orElseThrow(() ->
                        ProblemException.parameter(name, "A period is wanted: 2014, 2014-Q1, 2014-05, 2014-05-12."));
    }
}
