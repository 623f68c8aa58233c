package org.bitacora.application.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategySection;
import org.bitacora.projections.strategy.StrategyVersion;

/** Compares two versions of a strategy: the charter by member, the sections by item. */
final class StrategyDiff {

    private StrategyDiff() {}

    /** Returns the changes between two versions; without a previous version, all content is reported as added. */
    static List<Json.Obj> changesBetween(List<StrategyVersion> before, StrategyVersion after) {
        var old = before.stream().map(StrategyVersion::document).findFirst().orElse(StrategyDocument.EMPTY);
        var changes = new ArrayList<Json.Obj>();
        compare("charter", old.charter().members(), after.document().charter().members(), changes);
        for (var strategySection : StrategySection.values()) {
            compare(
                    strategySection.word(),
                    sectionItems(old, strategySection),
                    sectionItems(after.document(), strategySection),
                    changes);
        }
        return changes;
    }

    private static Map<String, Json> sectionItems(StrategyDocument document, StrategySection strategySection) {
        return new TreeMap<>(document.parts().getOrDefault(strategySection, Map.of()));
    }

    private static void compare(
            String part, Map<String, Json> before, Map<String, Json> after, List<Json.Obj> changes) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) {
            var old = before.getOrDefault(key, new Json.Null());
            var now = after.getOrDefault(key, new Json.Null());
            if (!old.equals(now)) {
                changes.add(change(part, key, old, now));
            }
        }
    }

    private static Json.Obj change(String part, String key, Json old, Json now) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("part", Json.of(part));
        members.put("key", Json.of(key));
        members.put(
                "change",
                Json.of(old instanceof Json.Null ? "added" : now instanceof Json.Null ? "dropped" : "revised"));
        members.put("before", old);
        members.put("after", now);
        return new Json.Obj(members);
    }
}
