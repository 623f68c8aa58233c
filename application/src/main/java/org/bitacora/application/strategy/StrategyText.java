package org.bitacora.application.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.Soundness;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.projections.strategy.StrategyVersion;

/** Strategies as JSON: the document, which version of it this is, and what does not fit together in it. */
public final class StrategyText {

    private StrategyText() {}

    /** A version of a strategy with all its parts. */
    public static Json.Obj one(StrategyVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("strategy", Json.of(version.strategy()));
        members.put("version", versionOf(version));
        members.putAll(version.document().toJson().members());
        members.put(
                "inconsistencies",
                Json.of(
                        Strategy.of(version.document())
                                .map(Soundness::violations)
                                .orElseGet(List::of),
                        StrategyText::inconsistency));
        return new Json.Obj(members);
    }

    /** Strategies of a territory, as a list that comes whole. */
    public static Json.Obj all(List<StrategyVersion> versions) {
        return items(versions.stream().map(StrategyText::one).toList());
    }

    /** What changed from each version to the next. */
    public static Json.Obj history(List<StrategyVersion> versions) {
        var items = new ArrayList<Json.Obj>();
        for (int i = 0; i < versions.size(); i++) {
            var before = i == 0 ? List.<StrategyVersion>of() : List.of(versions.get(i - 1));
            var members = new LinkedHashMap<>(versionOf(versions.get(i)).members());
            members.put("changes", new Json.Arr(List.copyOf(StrategyChanges.between(before, versions.get(i)))));
            items.add(new Json.Obj(members));
        }
        return items(items);
    }

    /** What differs between two versions. */
    public static Json.Obj difference(StrategyVersion from, StrategyVersion to) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("strategy", Json.of(to.strategy()));
        members.put("from", versionOf(from));
        members.put("to", versionOf(to));
        members.put("changes", new Json.Arr(List.copyOf(StrategyChanges.between(List.of(from), to))));
        return new Json.Obj(members);
    }

    private static Json.Obj items(List<Json.Obj> items) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("items", new Json.Arr(List.copyOf(items)));
        members.put("next", new Json.Null());
        return new Json.Obj(members);
    }

    private static Json inconsistency(Violation violation) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("pointer", Json.of(violation.pointer().value()));
        members.put("detail", Json.of(violation.detail()));
        return new Json.Obj(members);
    }

    private static Json.Obj versionOf(StrategyVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("position", Json.of(version.position()));
        members.put("recordedAt", Json.of(version.recordedAt().toString()));
        return new Json.Obj(members);
    }
}
