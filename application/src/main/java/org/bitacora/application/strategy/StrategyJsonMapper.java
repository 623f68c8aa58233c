package org.bitacora.application.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.domain.strategy.StrategyValidator;
import org.bitacora.projections.strategy.StrategyVersion;

/** Maps strategies to JSON: the document, its version, and its inconsistencies. */
public final class StrategyJsonMapper {

    private StrategyJsonMapper() {}

    /** Returns a version of a strategy with all its sections. */
    public static Json.Obj toDocument(StrategyVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("code", Json.of(version.strategy()));
        members.put("version", versionJson(version));
        members.putAll(version.document().toJson().members());
        members.put(
                "inconsistencies",
                Json.of(
                        Strategy.of(version.document())
                                .map(StrategyValidator::violations)
                                .orElseGet(List::of),
                        StrategyJsonMapper::inconsistencyJson));
        return new Json.Obj(members);
    }

    /** Returns the strategies of a territory as a list with a single page. */
    public static Json.Obj toPage(List<StrategyVersion> versions) {
        return page(versions.stream().map(StrategyJsonMapper::toDocument).toList());
    }

    /** Returns the changes from each version to the next. */
    public static Json.Obj toVersionsPage(List<StrategyVersion> versions) {
        var items = new ArrayList<Json.Obj>();
        for (int i = 0; i < versions.size(); i++) {
            var before = i == 0 ? List.<StrategyVersion>of() : List.of(versions.get(i - 1));
            var members = new LinkedHashMap<>(versionJson(versions.get(i)).members());
            members.put("changes", new Json.Arr(List.copyOf(StrategyDiff.changesBetween(before, versions.get(i)))));
            items.add(new Json.Obj(members));
        }
        return page(items);
    }

    /** Returns the differences between two versions. */
    public static Json.Obj toDifference(StrategyVersion from, StrategyVersion to) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("strategy", Json.of(to.strategy()));
        members.put("from", versionJson(from));
        members.put("to", versionJson(to));
        members.put("changes", new Json.Arr(List.copyOf(StrategyDiff.changesBetween(List.of(from), to))));
        return new Json.Obj(members);
    }

    private static Json.Obj page(List<Json.Obj> items) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("items", new Json.Arr(List.copyOf(items)));
        members.put("next", new Json.Null());
        return new Json.Obj(members);
    }

    private static Json inconsistencyJson(Violation violation) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("pointer", Json.of(violation.pointer().value()));
        members.put("detail", Json.of(violation.detail().english()));
        return new Json.Obj(members);
    }

    private static Json.Obj versionJson(StrategyVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("position", Json.of(version.position()));
        members.put("recordedAt", Json.of(version.recordedAt().toString()));
        return new Json.Obj(members);
    }
}
