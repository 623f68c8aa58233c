package org.bitacora.exchange.spreadsheet.mapping;

import java.math.BigDecimal;
import java.util.Set;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.refusal.Detail;

/** A cell of a sheet. */
public sealed interface SheetCell {

    /** A blank cell. */
    SheetCell BLANK = new BlankCell();

    /** The texts that spreadsheet programs show for failed formulas in Spanish, Portuguese and English. */
    Set<String> ERROR_TEXTS = Set.of(
            "#N/A",
            "#N/D",
            "#REF!",
            "#¡REF!",
            "#VALUE!",
            "#¡VALOR!",
            "#VALOR!",
            "#DIV/0!",
            "#¡DIV/0!",
            "#NAME?",
            "#¿NOMBRE?",
            "#NOME?",
            "#NULL!",
            "#¡NULO!",
            "#NULO!",
            "#NUM!",
            "#¡NUM!",
            "#NÚM!");

    /** The text that is displayed to the user. */
    String displayText();

    /** A cell without content or with spaces only. */
    record BlankCell() implements SheetCell {
        @Override
        public String displayText() {
            return "";
        }
    }

    /** A text without surrounding spaces. */
    record TextCell(String value) implements SheetCell {
        @Override
        public String displayText() {
            return value;
        }
    }

    /** A number that the file marks as a number, so its text is not parsed. */
    record NumberCell(BigDecimal value) implements SheetCell {
        @Override
        public String displayText() {
            return plainText(value);
        }
    }

    /** A date that the file marks as a date, with the precision of its format: day, month or year. */
    record DateCell(PartialDate date) implements SheetCell {
        @Override
        public String displayText() {
            return date.text();
        }
    }

    /**
     * A cell without a usable value, for example an error of the spreadsheet such as {@code #N/A}.
     *
     * @param reason why the value cannot be used
     */
    record ErrorCell(String displayText, Detail reason) implements SheetCell {
        public ErrorCell(String displayText) {
            this(displayText, Detail.of("The cell contains an error of the spreadsheet."));
        }
    }

    /**
     * Returns the cell of a text from a file, in composed form (NFC). No-break spaces count as spaces. The texts of failed formulas, in the
     * language of the spreadsheet program, and invalid texts become error cells.
     */
    static SheetCell of(String text) {
        var value = TextNormalizer.compose(text)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .strip();
        if (value.isEmpty()) {
            return BLANK;
        }
        return (value.charAt(0) == '#' && ERROR_TEXTS.contains(value)) || !isText(value)
                ? new ErrorCell(value.replace('\u0000', '\ufffd'))
                : new TextCell(value);
    }

    /** Returns whether a text is valid: it has no U+0000, which the database cannot store, and no lone surrogates. */
    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !isPair(value, i++))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPair(String value, int at) {
        return at + 1 < value.length() && Character.isSurrogatePair(value.charAt(at), value.charAt(at + 1));
    }

    /** The canonical text of a number: no exponent, no trailing zeros. */
    static String plainText(BigDecimal number) {
        return normalize(number).toPlainString();
    }

    /** The number without trailing zeros in its decimals and with a scale of at least 0. */
    static BigDecimal normalize(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
