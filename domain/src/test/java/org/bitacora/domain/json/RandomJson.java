package org.bitacora.domain.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Random JSON generated from a seed: a tree, and one of the many texts that denote it. */
final class RandomJson {

    private static final String ODD = "\"\\/\b\f\n\r\t\u0001\u001f\u007f\u0080 '{}[]:,éñçö€\ufb33\uffff";

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    Json.Obj object(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(string(), value(depth - 1));
        }
        return new Json.Obj(members);
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> new Json.Null();
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2, 3 -> Json.of(string());
            case 4, 5 -> new Json.Num(number());
            case 6 ->
                new Json.Arr(Stream.generate(() -> value(depth - 1))
                        .limit(random.nextInt(5))
                        .toList());
            default -> object(depth);
        };
    }

    private BigDecimal number() {
        return switch (random.nextInt(7)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(200) - 100);
            case 1 -> BigDecimal.valueOf(random.nextLong());
            case 2 -> BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(12) - 2);
            case 3 -> new BigDecimal(Double.toString(anyDouble()));
            case 4 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(600) - 280);
            case 5 -> new BigDecimal(Double.toString(Double.longBitsToDouble(random.nextInt(2_000))));
            default -> BigDecimal.valueOf((1L << 53) + random.nextInt(9) - 4);
        };
    }

    private double anyDouble() {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 1 / 3.0;
    }

    private String string() {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(ODD.charAt(random.nextInt(ODD.length())));
                case 1 -> text.appendCodePoint(0x1F600 + random.nextInt(64));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    String written(Json value) {
        return space()
                + switch (value) {
                    case Json.Obj object ->
                        joined(
                                "{",
                                object.members().entrySet().stream()
                                        .map(it -> quoted(it.getKey()) + space() + ":" + written(it.getValue())),
                                "}");
                    case Json.Arr(var items) -> joined("[", items.stream().map(this::written), "]");
                    case Json.Str(var text) -> quoted(text);
                    case Json.Num(var number) -> number.toString();
                    case Json.Bool(var truth) -> Boolean.toString(truth);
                    case Json.Null() -> "null";
                }
                + space();
    }

    private String joined(String open, Stream<String> parts, String close) {
        return open + space() + String.join(",", parts.toList()) + space() + close;
    }

    private String space() {
        return " \n\t".substring(0, random.nextInt(4));
    }

    private String quoted(String text) {
        var out = new StringBuilder("\"");
        text.chars().forEach(c -> out.append(mustEscape(c) || random.nextInt(5) == 0 ? escaped(c) : (char) c));
        return out.append('"').toString();
    }

    private static boolean mustEscape(int c) {
        return c < 0x20 || c == '"' || c == '\\';
    }

    private static String escaped(int c) {
        return "\\u" + HexFormat.of().withUpperCase().toHexDigits((char) c);
    }
}
