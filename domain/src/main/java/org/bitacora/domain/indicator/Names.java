package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Violation;

/** A text for people, in Spanish, Portuguese and English. */
public record Names(String es, String pt, String en) {

    /** No text. */
    public static final Names NONE = new Names("", "", "");

    /** The text in that language; English where it is none of the three. */
    public String in(Locale language) {
        return switch (language.getLanguage()) {
            case "es" -> es;
            case "pt" -> pt;
            default -> en;
        };
    }

    /** A member that is a text in one language for all, or in some of the three: where one is missing another stands in. */
    public static Names read(Members members, String member, boolean needed) {
        return members.object()
                .get(member)
                .map(value -> switch (value) {
                    case Json.Str _ -> same(members.text(member, needed));
                    case Json.Obj texts ->
                        each(member, new Members(members.at().child(member), texts, members.found()));
                    case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> none(members, member);
                })
                .orElseGet(() -> needed ? none(members, member) : NONE);
    }

    private static Names none(Members members, String member) {
        members.wrong(member, "A text is wanted, or an object of texts in es, pt and en.");
        return NONE;
    }

    private static Names same(String text) {
        return new Names(text, text, text);
    }

    private static Names each(String member, Members texts) {
        texts.only(List.of("es", "pt", "en"));
        var es = texts.text("es", false);
        var pt = texts.text("pt", false);
        var en = texts.text("en", false);
        var any = Stream.of(es, pt, en).filter(it -> !it.isEmpty()).findFirst();
        if (any.isEmpty()) {
            texts.found()
                    .add(new Violation(texts.at(), "A text is wanted in one of es, pt, en at least: " + member + "."));
        }
        var other = any.orElse("");
        return new Names(es.isEmpty() ? other : es, pt.isEmpty() ? other : pt, en.isEmpty() ? other : en);
    }
}
