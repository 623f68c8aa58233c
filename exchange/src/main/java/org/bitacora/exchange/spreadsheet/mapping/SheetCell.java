package org.bitacora.exchange.spreadsheet.mapping;

import java.math.BigDecimal;
import java.util.Set;
import org.bitacora.domain.activity.PartialDate;

/** What stands in a cell. */
public sealed interface SheetCell {

    /** Nothing. */
    SheetCell BLANK = new BlankCell();

    /** What stands where a formula fails, in Spanish, Portuguese and English. */
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

    /** As a person sees it. */
    String displayText();

    /** Nothing, or spaces only. */
    record BlankCell() implements SheetCell {
        @Override
        public String displayText() {
            return "";
        }
    }

    /** A text, without spaces around it. */
    record TextCell(String value) implements SheetCell {
        @Override
        public String displayText() {
            return value;
        }
    }

    /** A number, known as such by the file: never in need of a guess. */
    record NumberCell(BigDecimal value) implements SheetCell {
        @Override
        public String displayText() {
            return plainText(value);
        }
    }

    /** A date, known as such by the file, to the day, the month or the year that its format shows. */
    record DateCell(PartialDate date) implements SheetCell {
        @Override
        public String displayText() {
            return date.text();
        }
    }

    /** An error of the spreadsheet's own, such as {@code #N/A}. */
    record ErrorCell(String displayText) implements SheetCell {}

    /**
     * The cell of a text as a file holds it; no-break spaces count as spaces. What a spreadsheet program writes where a
     * formula fails, in its language, and what no text can have is no value.
     */
    static SheetCell of(String text) {
        var value = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        if (value.isEmpty()) {
            return BLANK;
        }
        return (value.charAt(0) == '#' && ERROR_TEXTS.contains(value)) || !isText(value)
                ? new ErrorCell(value.replace('\u0000', '\ufffd'))
                : new TextCell(value);
    }

    /** Without U+0000, which the database cannot hold, and without half a character. */
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

    /** The one way in which a number is written: without an exponent, and no zeros at its end. */
    static String plainText(BigDecimal number) {
        return normalize(number).toPlainString();
    }

    /** The number without zeros at its end, and none for them before the point. */
    static BigDecimal normalize(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
