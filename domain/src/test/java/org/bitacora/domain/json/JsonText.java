package org.bitacora.domain.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** JSON in tests: strings in single quotes, without escapes. */
public final class JsonText {

    private static final Pattern TOKEN = Pattern.compile("'[^']*'|[{}\\[\\]:,]|[^\\s{}\\[\\]:,']+");

    private final List<String> tokens;
    private int next;

    private JsonText(String text) {
        tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The object in a text. */
    public static Json.Obj json(String text) {
        return (Json.Obj) value(text);
    }

    /** The value in a text. */
    public static Json value(String text) {
        var reader = new JsonText(text);
        var value = reader.value();
        if (reader.next != reader.tokens.size()) {
            throw new IllegalArgumentException("Not one value: " + text);
        }
        return value;
    }

    private Json value() {
        var token = take();
        return switch (token) {
            case "{" -> object();
            case "[" -> array();
            case "null" -> new Json.Null();
            case "true", "false" -> new Json.Bool(token.equals("true"));
            default -> token.startsWith("'") ? Json.of(unquoted(token)) : new Json.Num(new BigDecimal(token));
        };
    }

    private Json object() {
        Map<String, Json> members = new LinkedHashMap<>();
        while (!takes("}")) {
            var name = unquoted(take());
            take(":");
            members.put(name, value());
            takes(",");
        }
        return new Json.Obj(members);
    }

    private Json array() {
        var items = new ArrayList<Json>();
        while (!takes("]")) {
            items.add(value());
            takes(",");
        }
        return new Json.Arr(items);
    }

    private String take() {
        return tokens.get(next++);
    }

    private void take(String token) {
        if (!takes(token)) {
            throw new IllegalArgumentException(token + " is missing before " + tokens.get(next));
        }
    }

    private boolean takes(String token) {
        boolean there = tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1);
    }
}
