package org.bitacora.domain.activity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A civil date known to the day, the month or the year: {@code 2014-05-12}, {@code 2014-05}, {@code 2014}.
 *
 * @param text as it was written
 * @param earliest the first day that it can be
 * @param latest the last day that it can be
 */
public record PartialDate(String text, LocalDate earliest, LocalDate latest) {

    /** The form of a partial date. */
    public static final String FORM = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** The date of that text; empty where it is not one. */
    public static Optional<PartialDate> of(String text) {
        if (!PATTERN.matcher(text).matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static PartialDate parsed(String text) {
        return switch (text.length()) {
            case 4 -> {
                int year = Integer.parseInt(text);
                yield new PartialDate(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            case 7 -> {
                var month = YearMonth.parse(text);
                yield new PartialDate(text, month.atDay(1), month.atEndOfMonth());
            }
            default -> {
                var day = LocalDate.parse(text);
                yield new PartialDate(text, day, day);
            }
        };
    }

    /** Whether this is surely before the other: its latest day precedes the other's earliest. */
    public boolean isBefore(PartialDate other) {
        return latest.isBefore(other.earliest);
    }
}
