package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
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
     * Reads a required member: one text for all languages, or texts by language. A missing language gets
     * the text of another one.
     */
    public static LocalizedText readRequired(JsonObjectReader jsonObjectReader, String member) {
        return read(jsonObjectReader, member, jsonObjectReader::requiredText)
                .orElseGet(() -> none(jsonObjectReader, member));
    }

    /** Reads an optional member in the same way; the empty text if it is missing. */
    public static LocalizedText readOptional(JsonObjectReader jsonObjectReader, String member) {
        return read(jsonObjectReader, member, jsonObjectReader::optionalText).orElse(EMPTY);
    }

    private static Optional<LocalizedText> read(
            JsonObjectReader jsonObjectReader, String member, UnaryOperator<String> text) {
        return jsonObjectReader.object().get(member).map(value -> switch (value) {
            case Json.Str _ -> same(text.apply(member));
            case Json.Obj texts ->
                each(
                        member,
                        new JsonObjectReader(
                                jsonObjectReader.pointer().child(member), texts, jsonObjectReader.violations()));
            case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> none(jsonObjectReader, member);
        });
    }

    private static LocalizedText none(JsonObjectReader jsonObjectReader, String member) {
        jsonObjectReader.addViolation(member, Detail.of("Expected a text, or an object of texts in es, pt and en."));
        return EMPTY;
    }

    private static LocalizedText same(String text) {
        return new LocalizedText(text, text, text);
    }

    private static LocalizedText each(String member, JsonObjectReader texts) {
        texts.allowOnly(List.of("es", "pt", "en"));
        var es = texts.optionalText("es");
        var pt = texts.optionalText("pt");
        var en = texts.optionalText("en");
        var any = Stream.of(es, pt, en).filter(it -> !it.isEmpty()).findFirst();
        if (any.isEmpty()) {
            texts.violations()
                    .add(new Violation(
                            texts.pointer(),
                            Detail.of("Expected a text of {0} in at least one of es, pt, en.", member)));
        }
        var other = any.orElse("");
        return new LocalizedText(es.isEmpty() ? other : es, pt.isEmpty() ? other : pt, en.isEmpty() ? other : en);
    }
}
