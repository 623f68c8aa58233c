package org.bitacora.domain.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The canonical form of JSON (RFC 8785): members sorted by UTF-16 code units, no white space, and numbers as ECMAScript
 * writes a double. Equal values have the same form, so a hash of the form identifies the content.
 */
public final class CanonicalJson {

    private static final BigDecimal SAFE = new BigDecimal("9007199254740992");
    private static final MathContext ONE_DIGIT = new MathContext(1);

    private CanonicalJson() {}

    /** The canonical text of a value. */
    public static String text(Json value) {
        var out = new StringBuilder(256);
        write(out, value);
        return out.toString();
    }

    /** The canonical text of a value in UTF-8, the form that RFC 8785 specifies for hashing. */
    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    static void write(StringBuilder out, Json value) {
        switch (value) {
            case Json.Obj object -> object(out, object);
            case Json.Arr(var items) -> array(out, items);
            case Json.Str(var text) -> JsonEscaper.write(out, text);
            case Json.Num(var number) -> out.append(number(number));
            case Json.Bool(var truth) -> out.append(truth);
            case Json.Null() -> out.append("null");
        }
    }

    private static void object(StringBuilder out, Json.Obj object) {
        List<String> names = new ArrayList<>(object.members().keySet());
        names.sort(null);
        out.append('{');
        var separator = "";
        for (var name : names) {
            out.append(separator);
            JsonEscaper.write(out, name);
            out.append(':');
            write(out, object.members().getOrDefault(name, new Json.Null()));
            separator = ",";
        }
        out.append('}');
    }

    private static void array(StringBuilder out, List<Json> items) {
        out.append('[');
        var separator = "";
        for (var item : items) {
            out.append(separator);
            write(out, item);
            separator = ",";
        }
        out.append(']');
    }

    private static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 17;
        if (whole && number.abs().compareTo(SAFE) <= 0) {
            return Long.toString(number.longValueExact());
        }
        return ecmaScript(number.doubleValue());
    }

    /** Number::toString of ECMAScript. */
    private static String ecmaScript(double value) {
        var shortest = shortest(Math.abs(value));
        var digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    /**
     * The shortest decimal that denotes this double, and among those the nearest. {@link Double#toString} returns it
     * (JDK 19 and later), but always with at least two digits: it writes the smallest values as {@code 4.9E-324} where
     * one digit is enough.
     */
    private static BigDecimal shortest(double value) {
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var single = digits.round(ONE_DIGIT);
        return digits.precision() == 2 && single.doubleValue() == value ? single.stripTrailingZeros() : digits;
    }

    private static String placed(String digits, int point) {
        int length = digits.length();
        if (point > 21 || point < -5) {
            var fraction = length == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return length <= point
                ? digits + "0".repeat(point - length)
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}
