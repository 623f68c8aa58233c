package org.bitacora.domain.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** The members of an object at a place, each read with its check: what is wrong is noted and read as something usual. */
record Members(Pointer at, Json.Obj object, List<Violation> found) {

    private static final int LONGEST = 4_000;

    void wrong(String member, String detail) {
        found.add(new Violation(at.child(member), detail));
    }

    boolean isSound() {
        return found.isEmpty();
    }

    boolean has(String member) {
        return object.get(member).isPresent();
    }

    /** No members but those. */
    void only(Collection<String> names) {
        object.members().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name ->
                        wrong(name, "There is no such field here; there are " + String.join(", ", names) + "."));
    }

    String text(String member, boolean needed) {
        var text = object.text(member).map(String::strip).orElse("");
        if ((has(member) && object.text(member).isEmpty()) || (needed && text.isEmpty()) || text.length() > LONGEST) {
            wrong(member, "A text of 1 to " + LONGEST + " characters is wanted.");
        }
        return text;
    }

    <W> W word(String member, List<W> words, Function<W, String> form, W usual) {
        if (!has(member)) {
            return usual;
        }
        var word = words.stream()
                .filter(it -> object.text(member).filter(form.apply(it)::equals).isPresent())
                .findFirst();
        if (word.isEmpty()) {
            wrong(member, "One of " + String.join(", ", words.stream().map(form).toList()) + " is wanted.");
        }
        return word.orElse(usual);
    }

    /** A text in one language for all, or in some of the three: where one is missing another stands in. */
    Names names(String member, boolean needed) {
        return object.get(member)
                .map(value -> switch (value) {
                    case Json.Str _ -> same(text(member, needed));
                    case Json.Obj texts -> names(member, new Members(at.child(member), texts, found));
                    case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> none(member);
                })
                .orElseGet(() -> needed ? none(member) : Names.NONE);
    }

    private Names none(String member) {
        wrong(member, "A text is wanted, or an object of texts in es, pt and en.");
        return Names.NONE;
    }

    private static Names same(String text) {
        return new Names(text, text, text);
    }

    private static Names names(String member, Members texts) {
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

    /** The object below; noted where there is none. */
    Optional<Members> child(String member) {
        if (object.get(member).orElse(null) instanceof Json.Obj below) {
            return Optional.of(new Members(at.child(member), below, found));
        }
        wrong(member, "An object is wanted.");
        return Optional.empty();
    }
}
