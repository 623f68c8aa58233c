package org.bitacora.application.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.strategy.StrategySection;
import org.bitacora.eventlog.json.JsonReader;

/**
 * Parses the bodies of requests on strategies: a complete strategy or one item of a section. A refusal lists all
 * violations.
 */
public final class StrategyParser {

    /** The members that only responses contain. They are ignored in requests, so that a response can be sent back. */
    private static final String[] READ_ONLY_MEMBERS = {
        "code", "version", "inconsistencies", "reviews", "assessments", "overrides"
    };

    private StrategyParser() {}

    /** Parses a complete strategy. */
    public static Result<StrategyDocument> parseStrategy(Json.Obj body) {
        var document = body.without(READ_ONLY_MEMBERS);
        var found = new ArrayList<Violation>();
        var charter = document.without(sectionWords());
        found.addAll(new StrategyEvent.StrategyAdopted(charter).validate(Pointer.ROOT));
        for (var strategySection : StrategySection.values()) {
            document.get(strategySection.word()).ifPresent(list -> checkItems(strategySection, list, found));
        }
        return result(found, () -> StrategyDocument.of(asStored(document)));
    }

    private static String[] sectionWords() {
        return List.of(StrategySection.values()).stream()
                .map(StrategySection::word)
                .toArray(String[]::new);
    }

    private static void checkItems(StrategySection strategySection, Json list, List<Violation> found) {
        var at = Pointer.ROOT.child(strategySection.word());
        if (!(list instanceof Json.Arr(var items))) {
            found.add(new Violation(at, Detail.of("Expected a list.")));
            return;
        }
        var keys = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Json.Obj item) {
                found.addAll(new StrategyEvent.SectionItemStated(strategySection, item).validate(at.child(i)));
                keys.add(strategySection.keyOf(item));
            } else {
                found.add(new Violation(at.child(i), Detail.of("Expected an object.")));
            }
        }
        keys.stream()
                .filter(it -> Collections.frequency(keys, it) > 1)
                .distinct()
                .forEach(it -> found.add(new Violation(at, Detail.of("{0} occurs more than once.", it))));
    }

    /** Parses an item of a section. The path contains the key of the item; a key in the body must be equal to it. */
    static Result<Json.Obj> parseSection(StrategySection strategySection, List<String> key, Json.Obj body) {
        Map<String, Json> members = new LinkedHashMap<>();
        var found = new ArrayList<Violation>();
        for (int i = 0; i < key.size(); i++) {
            var name = strategySection.keyMembers().get(i);
            members.put(name, Json.of(key.get(i)));
            if (body.text(name).filter(key.get(i)::equals).isEmpty()
                    && body.get(name).isPresent()) {
                found.add(new Violation(
                        Pointer.ROOT.child(name), Detail.of("Expected `{0}`, as in the path.", key.get(i))));
            }
        }
        body.members().forEach(members::putIfAbsent);
        var item = new Json.Obj(members);
        found.addAll(new StrategyEvent.SectionItemStated(strategySection, item).validate(Pointer.ROOT));
        return result(found, () -> asStored(item));
    }

    /** Returns the object as the log stores it, so that numbers in different notations are equal. */
    private static Json.Obj asStored(Json.Obj object) {
        return (Json.Obj) JsonReader.parseStored(CanonicalJson.text(object));
    }

    private static <T> Result<T> result(List<Violation> found, Supplier<T> value) {
        return found.isEmpty() ? Result.success(value.get()) : Result.failure(new Refusal.InvalidDocument(found));
    }
}
