package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Violation;

/** A text in Spanish, Portuguese and English. */
public record LocalizedText(String es, String pt, String en) {

    /** The empty text. */
    public static final LocalizedText EMPTY = new LocalizedText("", "", "");

    /** The text in a language; the English text for any other language. */
    public String forLanguage(Locale language) {
        return switch (language.getLanguage()) {
            case "es" -> es;
            case "pt" -> pt;
            default -> en;
        };
    }

    /**
     * Reads a member that is either one text for all languages or an object of texts by language. A missing language is
     * filled with the text of another one.
     */
    public static LocalizedText read(JsonObjectReader jsonObjectReader, String member, boolean needed) {
        return jsonObjectReader
                .object()
                .get(member)
                .map(value -> switch (value) {
                    case Json.Str _ -> same(jsonObjectReader.text(member, needed));
                    case Json.Obj texts ->
                        each(
                                member,
                                new JsonObjectReader(
                                        jsonObjectReader.pointer().child(member),
                                        texts,
                                        jsonObjectReader.violations()));
                    case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> none(jsonObjectReader, member);
                })
                .orElseGet(() -> needed ? none(jsonObjectReader, member) : EMPTY);
    }

    private static LocalizedText none(JsonObjectReader jsonObjectReader, String member) {
        jsonObjectReader.addViolation(member, "A text is wanted, or an object of texts in es, pt and en.");
        return EMPTY;
    }

    private static LocalizedText same(String text) {
        return new LocalizedText(text, text, text);
    }

    private static LocalizedText each(String member, JsonObjectReader texts) {
        texts.allowOnly(List.of("es", "pt", "en"));
        var es = texts.text("es", false);
        var pt = texts.text("pt", false);
        var en = texts.text("en", false);
        var any = Stream.of(es, pt, en).filter(it -> !it.isEmpty()).findFirst();
        if (any.isEmpty()) {
            texts.violations()
                    .add(new Violation(
                            texts.pointer(), "A text is wanted in one of es, pt, en at least: " + member + "."));
        }
        var other = any.orElse("");
        return new LocalizedText(es.isEmpty() ? other : es, pt.isEmpty() ? other : pt, en.isEmpty() ? other : en);
    }
}
