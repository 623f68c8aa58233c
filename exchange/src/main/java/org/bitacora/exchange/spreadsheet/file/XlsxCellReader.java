package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;

/** Reads the cells of a worksheet (ECMA-376, part 1, 18.3.1.4). A number with a date format is a date. */
final class XlsxCellReader {

    private static final int MAX_DIGITS = 400;

    /** Spreadsheet programs show at most 15 digits. */
    private static final MathContext AS_SHOWN = new MathContext(15);

    /** Half a millisecond of a day: times are stored as binary fractions, which may be just below a full day. */
    private static final BigDecimal HALF_MILLISECOND = new BigDecimal("0.000000005787");

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    /**
     * The first day with a correct number, 1 March 1900. The format counts 1900 as a leap year, so the numbers of
     * earlier days are off by one.
     */
    private static final int FIRST_CORRECT_DAY = 61;

    private static final long LAST_DAY = 2_958_465;

    private static final Detail NOT_COMPUTED =
            Detail.of("The formula has no stored result; open the file in a spreadsheet program and save it there.");

    private final List<String> sharedStrings;
    private final NumberFormats numberFormats;
    private final int epochOffset;

    /**
     * Creates a reader.
     *
     * @param epochOffset the number of days to add to date numbers
     */
    XlsxCellReader(List<String> sharedStrings, NumberFormats numberFormats, int epochOffset) {
        this.sharedStrings = sharedStrings;
        this.numberFormats = numberFormats;
        this.epochOffset = epochOffset;
    }

    /** The content of the element of a cell. */
    private record CellContent(boolean hasFormula, Optional<String> value, Optional<String> inlineText) {}

    /** Reads the current cell and moves to its end. */
    SheetCell read(PartXmlReader xml) throws IOException {
        var type = xml.attribute("t").orElse("n");
        int style = xml.attribute("s").map(Integer::parseInt).orElse(0);
        var content = content(xml);
        var value = content.value().orElse("");
        if (content.hasFormula() && value.isEmpty() && !type.equals("str")) {
            return new SheetCell.ErrorCell("", NOT_COMPUTED);
        }
        return switch (type) {
            case "s" -> value.isBlank() ? SheetCell.BLANK : sharedText(value.strip());
            case "inlineStr" -> SheetCell.of(content.inlineText().orElse(value));
            case "str" -> SheetCell.of(RichTextReader.unescape(value));
            case "b" -> value.isBlank() ? SheetCell.BLANK : SheetCell.of(Boolean.toString(isTrue(value.strip())));
            case "e" -> new SheetCell.ErrorCell(value);
            case "d" -> date(value.strip(), style);
            default -> value.isBlank() ? SheetCell.BLANK : number(value.strip(), style);
        };
    }

    private static CellContent content(PartXmlReader xml) throws IOException {
        boolean hasFormula = false;
        Optional<String> value = Optional.empty();
        Optional<String> inlineText = Optional.empty();
        while (xml.next() && !xml.isAfter("c")) {
            if (xml.isAt("f")) {
                hasFormula = true;
                xml.elementText();
            } else if (xml.isAt("v")) {
                value = Optional.of(xml.elementText());
            } else if (xml.isAt("is")) {
                inlineText = Optional.of(RichTextReader.read(xml, "is"));
            }
        }
        return new CellContent(hasFormula, value, inlineText);
    }

    private SheetCell sharedText(String index) {
        return SheetCell.of(sharedStrings.get(Integer.parseInt(index)));
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }

    /** Returns the cell of a date in ISO 8601, with or without a time. */
    private SheetCell date(String value, int style) {
        int time = value.indexOf('T');
        var day = time < 0 ? value : value.substring(0, time);
        int precision = numberFormats.datePrecision(style);
        var shown = precision > 0 && precision < day.length() ? day.substring(0, precision) : day;
        return PartialDate.of(shown).<SheetCell>map(SheetCell.DateCell::new).orElseGet(() -> SheetCell.of(value));
    }

    private SheetCell number(String value, int style) {
        var number = new BigDecimal(value);
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            return new SheetCell.ErrorCell(value);
        }
        int precision = numberFormats.datePrecision(style);
        return precision == 0 || number.signum() <= 0
                ? new SheetCell.NumberCell(number.round(AS_SHOWN))
                : dayOf(number)
                        .flatMap(day -> PartialDate.of(day.toString().substring(0, precision)))
                        .<SheetCell>map(SheetCell.DateCell::new)
                        .orElseGet(() -> new SheetCell.NumberCell(number.round(AS_SHOWN)));
    }

    /** Returns the day that a date number stands for; empty if the day is after the year 9999. */
    private Optional<LocalDate> dayOf(BigDecimal number) {
        var days = number.add(HALF_MILLISECOND).setScale(0, RoundingMode.FLOOR).add(BigDecimal.valueOf(epochOffset));
        if (days.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return Optional.empty();
        }
        long day = days.longValueExact();
        return Optional.of(EPOCH.plusDays(day < FIRST_CORRECT_DAY ? day + 1 : day));
    }
}
