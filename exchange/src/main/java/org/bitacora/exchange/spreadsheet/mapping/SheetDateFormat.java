package org.bitacora.exchange.spreadsheet.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.PartialDate;

/**
 * A date format such as {@code dd/mm/yyyy}. {@code d} and {@code dd} are a day of one or two digits, {@code m} and
 * {@code mm} a month, {@code mmm} and {@code mmmm} its name in Spanish, Portuguese or English, complete or abbreviated,
 * {@code yyyy} a year, {@code yy} a year from 1970 to 2069. Other characters are literals. {@link #SERIAL} is the
 * number of days that spreadsheet programs store.
 */
public final class SheetDateFormat {

    /**
     * The pattern of days since the end of 1899, as spreadsheet programs count them. Only days from March 1900 on are
     * read, because the programs count earlier days differently.
     */
    public static final String SERIAL = "serial";

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int LONGEST = 60;
    private static final int FIRST_SERIAL = 61;
    private static final int LAST_SERIAL = 2_958_465;
    private static final Pattern SERIAL_TEXT = Pattern.compile("\\d{5}([.,]\\d+)?");
    /** The ordinal sign of a day, as in {@code 1º de março}, {@code 1.º de marzo}, {@code 1er} or {@code 1st}. */
    private static final String ORDINAL = "(?:\\.?[ºª°]|ro|er|st|nd|rd|th)?";

    private static final Pattern TOKEN = Pattern.compile("(?<![a-z])(yyyy|yy|m{1,4}|dd?)(?![a-z])|\\s+|.");
    private static final Pattern TIME = Pattern.compile(
            "[T ]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[ap]\\.? ?m\\.?)?( ?(Z|[+-]\\d{2}(:?\\d{2})?))?$",
            Pattern.CASE_INSENSITIVE);

    /**
     * The formats that are tried in this order if the mapping states none. The day precedes the month, as in Spanish
     * and Portuguese.
     */
    public static final List<SheetDateFormat> DEFAULTS = List.of(
                    "yyyy-mm-dd",
                    "dd/mm/yyyy",
                    "dd-mm-yyyy",
                    "dd.mm.yyyy",
                    "yyyy",
                    "yyyy-mm",
                    "mm/yyyy",
                    "d de mmmm de yyyy",
                    "d mmmm yyyy",
                    "mmmm d, yyyy",
                    "d-mmm-yyyy",
                    "mmmm de yyyy",
                    "mmmm yyyy",
                    SERIAL)
            .stream()
            .map(form -> of(form).orElseThrow())
            .toList();

    private final String text;
    private final Pattern pattern;
    private final String order;

    private SheetDateFormat(String text, Pattern pattern, String order) {
        this.text = text;
        this.pattern = pattern;
        this.order = order;
    }

    /** Returns the format of a pattern; empty if the pattern has no year, or a day without a month. */
    public static Optional<SheetDateFormat> of(String text) {
        if (text.equals(SERIAL)) {
            return Optional.of(new SheetDateFormat(text, SERIAL_TEXT, ""));
        }
        var pattern = new StringBuilder();
        var order = new StringBuilder();
        TOKEN.matcher(text).results().forEach(token -> add(token, pattern, order));
        var sorted = order.chars().sorted().collect(StringBuilder::new, StringBuilder::appendCodePoint, (_, _) -> {});
        return List.of("y", "my", "dmy").contains(sorted.toString())
                ? Optional.of(new SheetDateFormat(
                        text,
                        Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                        order.toString()))
                : Optional.empty();
    }

    private static void add(MatchResult token, StringBuilder pattern, StringBuilder order) {
        var unit = token.group(1);
        if (unit == null) {
            pattern.append(token.group().isBlank() ? "\\s+" : Pattern.quote(token.group()));
            return;
        }
        order.append(unit.charAt(0));
        pattern.append(
                switch (unit) {
                    case "yyyy" -> "(\\d{4})";
                    case "yy" -> "(\\d{2})";
                    case "mmm", "mmmm" -> "(\\p{L}{3,})\\.?";
                    case "m", "mm" -> "(\\d{1,2})";
                    default -> "(\\d{1,2})" + ORDINAL;
                });
    }

    /** The pattern as it was written. */
    public String text() {
        return text;
    }

    /** Returns the date of a cell in this format; empty if the cell does not match. */
    Optional<PartialDate> parse(SheetCell sheetCell) {
        return switch (sheetCell) {
            case SheetCell.DateCell(var date) -> Optional.of(date);
            case SheetCell.NumberCell(var number) ->
                text.equals(SERIAL) ? serial(number) : parse(SheetCell.plainText(number));
            case SheetCell.TextCell(var written) -> parse(withoutTime(TextNormalizer.simplify(written)));
            case SheetCell.BlankCell _, SheetCell.ErrorCell _ -> Optional.empty();
        };
    }

    /** Returns the text without a time of day and its offset. The offset does not change the date. */
    private static String withoutTime(String written) {
        return written.indexOf(':') < 0 || written.length() > LONGEST
                ? written
                : TIME.matcher(written).replaceFirst("");
    }

    /** Returns the text of a date in this format; empty if the date has other parts, or the format has names or a serial. */
    Optional<String> format(PartialDate date) {
        var parts = date.text().split("-", -1);
        if (text.equals(SERIAL) || text.contains("mmm") || parts.length != order.length()) {
            return Optional.empty();
        }
        return Optional.of(TOKEN.matcher(text).replaceAll(token -> switch (String.valueOf(token.group(1))) {
            case "yyyy" -> parts[0];
            case "yy" -> parts[0].substring(2);
            case "mm" -> parts[1];
            case "m" -> String.valueOf(Integer.parseInt(parts[1]));
            case "dd" -> parts[2];
            case "d" -> String.valueOf(Integer.parseInt(parts[2]));
            default -> Matcher.quoteReplacement(token.group());
        }));
    }

    private Optional<PartialDate> parse(String written) {
        var found = pattern.matcher(written);
        if (written.length() > LONGEST || !found.matches()) {
            return Optional.empty();
        }
        return text.equals(SERIAL) ? serial(new BigDecimal(written.replace(',', '.'))) : partial(found);
    }

    private static Optional<PartialDate> serial(BigDecimal number) {
        var days = number.setScale(0, RoundingMode.FLOOR);
        return days.compareTo(BigDecimal.valueOf(FIRST_SERIAL)) < 0
                        || days.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0
                ? Optional.empty()
                : PartialDate.of(DAY_ZERO.plusDays(days.longValue()).toString());
    }

    private Optional<PartialDate> partial(MatchResult found) {
        var parts = new ArrayList<String>();
        for (var unit : List.of("y", "m", "d")) {
            int group = order.indexOf(unit) + 1;
            if (group > 0) {
                parts.add(digits(unit, found.group(group)));
            }
        }
        return PartialDate.of(String.join("-", parts));
    }

    private static String digits(String unit, String written) {
        if (!Character.isDigit(written.charAt(0))) {
            return MonthNames.digits(written);
        }
        if (unit.equals("y") && written.length() == 2) {
            return (Integer.parseInt(written) < 70 ? "20" : "19") + written;
        }
        return written.length() == 1 ? "0" + written : written;
    }
}
