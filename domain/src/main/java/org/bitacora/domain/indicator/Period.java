package org.bitacora.domain.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.PartialDate;

/**
 * A range of days with a name as requested: {@code 2014}, {@code 2014-S1}, {@code 2014-Q3}, {@code 2014-05}, or a span
 * of those, for example {@code 2012/2015}.
 *
 * @param name the name as requested
 * @param first the first day
 * @param last the last day, inclusive
 */
public record Period(String name, LocalDate first, LocalDate last) {

    /** The maximum number of periods in one request. */
    public static final int MAX_PERIODS = 1_000;

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:(S)([12])|(Q)([1-4])|(\\d{2})))?");

    /**
     * The periods in a text: one period; {@code a..b}, every period from a to b; or {@code a/b}, one span. Empty if the
     * text has none of these forms, if the range is reversed, if a and b have different grains, or if there are more
     * than {@link #MAX_PERIODS} periods.
     */
    public static Optional<List<Period>> parse(String text) {
        int range = text.indexOf("..");
        if (range > 0) {
            return range(text.substring(0, range), text.substring(range + 2));
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return span(text, text.substring(0, slash), text.substring(slash + 1))
                    .map(List::of);
        }
        return CalendarUnit.of(text).map(calendarUnit -> List.of(calendarUnit.period()));
    }

    /** The single period in a text; empty if the text is not a period or denotes several. */
    public static Optional<Period> parseOne(String text) {
        return text.contains("..")
                ? Optional.empty()
                : parse(text).map(List::getFirst).or(() -> day(text));
    }

    private static Optional<Period> day(String text) {
        return PartialDate.of(text)
                .filter(date -> date.earliest().equals(date.latest()))
                .map(date -> new Period(text, date.earliest(), date.latest()));
    }

    /** The calendar units of this grain that overlap this period. */
    public List<Period> split(Grain grain) {
        var parts = new ArrayList<Period>();
        for (var calendarUnit = CalendarUnit.at(grain, first);
                !calendarUnit.period().first().isAfter(last);
                calendarUnit = calendarUnit.next()) {
            parts.add(calendarUnit.period());
        }
        return parts;
    }

    /**
     * The preceding period of the same length: the same number of months if this period consists of whole months,
     * otherwise the same number of days.
     */
    public Period previous() {
        boolean ofMonths =
                first.getDayOfMonth() == 1 && last.equals(YearMonth.from(last).atEndOfMonth());
        var from = ofMonths
                ? first.minusMonths(ChronoUnit.MONTHS.between(first, last.plusDays(1)))
                : first.minusDays(days());
        return of(from, first.minusDays(1));
    }

    /**
     * This period, moved back by a number of months. The last day is the last day of a month if it is one in this
     * period.
     */
    public Period monthsEarlier(int months) {
        if (months == 0) {
            return this;
        }
        boolean toTheEnd = last.equals(YearMonth.from(last).atEndOfMonth());
        var end = last.minusMonths(months);
        return of(first.minusMonths(months), toTheEnd ? YearMonth.from(end).atEndOfMonth() : end);
    }

    /** The period with these days and the shortest possible name. */
    private static Period of(LocalDate first, LocalDate last) {
        for (var grain : List.of(Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.MONTH)) {
            var calendarUnit = CalendarUnit.at(grain, first);
            var end = CalendarUnit.at(grain, last);
            if (calendarUnit.period().first().equals(first)
                    && end.period().last().equals(last)) {
                var name = calendarUnit.equals(end)
                        ? calendarUnit.period().name()
                        : calendarUnit.period().name() + "/" + end.period().name();
                return new Period(name, first, last);
            }
        }
        return new Period(first.equals(last) ? first.toString() : first + "/" + last, first, last);
    }

    /** Whether this period contains all days of the other. */
    public boolean contains(Period other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    /** The number of days. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private static Optional<List<Period>> range(String from, String to) {
        var first = CalendarUnit.of(from);
        var last = CalendarUnit.of(to);
        if (first.isEmpty()
                || last.isEmpty()
                || first.get().months() != last.get().months()) {
            return Optional.empty();
        }
        var periods = new ArrayList<Period>();
        for (var calendarUnit = first.get();
                calendarUnit.index() <= last.get().index() && periods.size() <= MAX_PERIODS;
                calendarUnit = calendarUnit.next()) {
            periods.add(calendarUnit.period());
        }
        return Optional.of(List.copyOf(periods)).filter(it -> !it.isEmpty() && it.size() <= MAX_PERIODS);
    }

    private static Optional<Period> span(String name, String from, String to) {
        return CalendarUnit.of(from)
                .flatMap(first -> CalendarUnit.of(to)
                        .map(last -> new Period(
                                name, first.period().first(), last.period().last())))
                .filter(period -> period.first().isBefore(period.last()));
    }

    /** A year or an equal part of it: its length in months, and its number counted from the year 0. */
    private record CalendarUnit(int months, int index) {

        static Optional<CalendarUnit> of(String text) {
            var matcher = FORM.matcher(text);
            return matcher.matches() ? Optional.of(of(matcher)).filter(CalendarUnit::exists) : Optional.empty();
        }

        static CalendarUnit at(Grain grain, LocalDate day) {
            int months = day.getYear() * 12 + day.getMonthValue() - 1;
            return new CalendarUnit(grain.months(), months / grain.months());
        }

        private static CalendarUnit of(Matcher matcher) {
            int year = Integer.parseInt(matcher.group(1));
            if (matcher.group(2) != null) {
                return new CalendarUnit(6, year * 2 + Integer.parseInt(matcher.group(3)) - 1);
            }
            if (matcher.group(4) != null) {
                return new CalendarUnit(3, year * 4 + Integer.parseInt(matcher.group(5)) - 1);
            }
            if (matcher.group(6) != null) {
                int month = Integer.parseInt(matcher.group(6));
                return month < 1 || month > 12 ? new CalendarUnit(1, 0) : new CalendarUnit(1, year * 12 + month - 1);
            }
            return new CalendarUnit(12, year);
        }

        private boolean exists() {
            return index * months >= 12;
        }

        CalendarUnit next() {
            return new CalendarUnit(months, index + 1);
        }

        Period period() {
            var first = YearMonth.of(0, 1).plusMonths((long) index * months);
            return new Period(
                    name(first), first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
        }

        private String name(YearMonth first) {
            int part = (first.getMonthValue() - 1) / months + 1;
            var year = first.toString().substring(0, 4);
            return switch (months) {
                case 12 -> year;
                case 6 -> year + "-S" + part;
                case 3 -> year + "-Q" + part;
                default -> first.toString();
            };
        }
    }
}
