package org.bitacora.exchange.spreadsheet.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number format: the decimal separator. Groups of three digits may be separated by the other sign or a space. A
 * number may have a sign; a number in parentheses is negative, as in accounting.
 */
public enum SheetNumberFormat {
    /** {@code 1.400.000,50}, as in Spanish and Portuguese. */
    COMMA(","),
    /** {@code 1,400,000.50}, as in English. */
    POINT("."),
    /** Either format; an ambiguous number such as {@code 1.400} is refused. */
    UNSTATED("");

    private static final int MOST_DIGITS = 30;
    private static final Pattern BY_COMMA = Pattern.compile("[+-]?(\\d+|\\d{1,3}([. ']\\d{3})+)(,\\d+)?");
    private static final Pattern BY_POINT = Pattern.compile("[+-]?(\\d+|\\d{1,3}([, ']\\d{3})+)(\\.\\d+)?");

    private final String decimal;

    SheetNumberFormat(String decimal) {
        this.decimal = decimal;
    }

    /** The decimal separator; empty if it is not stated. */
    public String decimal() {
        return decimal;
    }

    /** The result of parsing a number. */
    sealed interface NumberParseResult {
        /** A number. */
        record ParsedNumber(BigDecimal number) implements NumberParseResult {}

        /** The text can mean two different numbers. */
        record AmbiguousNumber() implements NumberParseResult {}

        /** The text is not a number. */
        record NotANumber() implements NumberParseResult {}
    }

    /** Parses a text. */
    NumberParseResult parse(String written) {
        var text = withSimpleSign(TextNormalizer.simplify(written));
        if (text.length() > MOST_DIGITS) {
            return new NumberParseResult.NotANumber();
        }
        var byComma = this == POINT ? Optional.<BigDecimal>empty() : byComma(text);
        var byPoint = this == COMMA ? Optional.<BigDecimal>empty() : byPoint(text);
        if (byComma.isPresent() && byPoint.isPresent() && byComma.get().compareTo(byPoint.get()) != 0) {
            return new NumberParseResult.AmbiguousNumber();
        }
        return byComma.or(() -> byPoint)
                .<NumberParseResult>map(NumberParseResult.ParsedNumber::new)
                .orElseGet(NumberParseResult.NotANumber::new);
    }

    private static String withSimpleSign(String text) {
        var signed = text.replace('\u2212', '-').replaceFirst("^([+-]) ", "$1");
        return signed.startsWith("(") && signed.endsWith(")")
                ? "-" + signed.substring(1, signed.length() - 1).strip()
                : signed;
    }

    private static Optional<BigDecimal> byComma(String text) {
        return BY_COMMA.matcher(text).matches()
                ? Optional.of(new BigDecimal(
                        text.replace(".", "").replace(" ", "").replace("'", "").replace(',', '.')))
                : Optional.empty();
    }

    private static Optional<BigDecimal> byPoint(String text) {
        return BY_POINT.matcher(text).matches()
                ? Optional.of(
                        new BigDecimal(text.replace(",", "").replace(" ", "").replace("'", "")))
                : Optional.empty();
    }
}
