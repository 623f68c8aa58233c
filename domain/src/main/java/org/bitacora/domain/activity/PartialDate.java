package org.bitacora.domain.activity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A civil date known to the day, the month or the year: {@code 2014-05-12}, {@code 2014-05}, {@code 2014}.
 *
 * @param text as it was written
 * @param earliest the first day that it can be
 * @param latest the last day that it can be
 */
public record PartialDate(String text, LocalDate earliest, LocalDate latest) {

    /** The form of a partial date. */
    public static final String REGEX = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    private static final int NO_NUMBER = -1;

    /** The date of that text; empty where it is not one. */
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

    /** By hand, as every event has several: a formatter and its exceptions take far longer. */
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

    /** Whether this is surely before the other: its latest day precedes the other's earliest. */
    public boolean isBefore(PartialDate other) {
        return latest.isBefore(other.earliest);
    }
}
