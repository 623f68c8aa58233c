package org.bitacora.domain.activity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A civil date with the precision of a day, a month or a year: {@code 2014-05-12}, {@code 2014-05}, {@code 2014}.
 *
 * @param text the date as it was written
 * @param earliest the first possible day
 * @param latest the last possible day
 */
public record PartialDate(String text, LocalDate earliest, LocalDate latest) {

    /** The regular expression of a partial date. */
    public static final String REGEX = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    private static final int NO_NUMBER = -1;

    /** The date in a text; empty if the text is not a partial date. */
    public static Optional<PartialDate> of(String text) {
        int length = text.length();
        boolean formed = (length == 4 || length == 7 || length == 10)
                && (length < 7 || text.charAt(4) == '-')
                && (length < 10 || text.charAt(7) == '-');
        if (!formed) {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        int month = length < 7 ? 1 : number(text, 5, 7);
        int day = length < 10 ? 1 : number(text, 8, 10);
        return year < 1 || !isMonth(month) || !isDay(year, month, day)
                ? Optional.empty()
                : Optional.of(known(text, LocalDate.of(year, month, day)));
    }

    /** Parses digits by hand, because every event has several dates and a formatter with exceptions is much slower. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    private static boolean isDay(int year, int month, int day) {
        return day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static PartialDate known(String text, LocalDate earliest) {
        var latest =
                switch (text.length()) {
                    case 4 -> LocalDate.of(earliest.getYear(), 12, 31);
                    case 7 -> YearMonth.from(earliest).atEndOfMonth();
                    default -> earliest;
                };
        return new PartialDate(text, earliest, latest);
    }

    /** Whether this date is certainly before the other: its latest day precedes the other's earliest day. */
    public boolean isBefore(PartialDate other) {
        return latest.isBefore(other.earliest);
    }
}
