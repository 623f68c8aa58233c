package org.bitacora.domain.json;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashMap;

/**
 * Texts in the composed form of Unicode (NFC). The same name can be written in two forms, one of which some operating
 * systems prefer; in read models and filters it has one, so that it is counted once.
 */
public final class ComposedText {

    /** Texts of characters below this one are composed. */
    private static final char FIRST_COMBINING = '\u0300';

    private ComposedText() {}

    /** The text in composed form. */
    public static String of(String text) {
        return isComposed(text) ? text : Normalizer.normalize(text, Form.NFC);
    }

    /** The object with all texts in composed form; the same object if they are already. */
    public static Json.Obj of(Json.Obj object) {
        return (Json.Obj) compose(object);
    }

    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.isNormalized(text, Form.NFC);
            }
        }
        return true;
    }

    private static boolean isComposed(Json value) {
        return switch (value) {
            case Json.Str(var text) -> isComposed(text);
            case Json.Arr(var items) -> items.stream().allMatch(ComposedText::isComposed);
            case Json.Obj(var members) -> members.values().stream().allMatch(ComposedText::isComposed);
            case Json.Num _, Json.Bool _, Json.Null _ -> true;
        };
    }

    private static Json compose(Json value) {
        if (isComposed(value)) {
            return value;
        }
        return switch (value) {
            case Json.Str(var text) -> Json.of(of(text));
            case Json.Arr(var items) ->
                new Json.Arr(items.stream().map(ComposedText::compose).toList());
            case Json.Obj(var members) -> {
                var composed = new LinkedHashMap<String, Json>();
                members.forEach((name, member) -> composed.put(name, compose(member)));
                yield new Json.Obj(composed);
            }
            case Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }
}
