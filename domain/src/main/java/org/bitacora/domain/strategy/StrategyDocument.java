package org.bitacora.domain.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;

/**
 * A strategy as it was stated: its charter, and its parts, each as the last event on it said. What comes later in the log
 * holds, so the same events make the same document however they are read.
 *
 * @param charter all that is in none of the parts; empty where nobody adopted it
 * @param parts the items of each part, by their keys, in the order in which they were first stated
 */
public record StrategyDocument(Json.Obj charter, Map<StrategySection, Map<String, Json.Obj>> parts) {

    /** Of which nothing was said. */
    public static final StrategyDocument EMPTY = new StrategyDocument(Json.Obj.EMPTY, Map.of());

    public StrategyDocument {
        var copy = new EnumMap<StrategySection, Map<String, Json.Obj>>(StrategySection.class);
        parts.forEach((part, items) -> {
            if (!items.isEmpty()) {
                copy.put(part, Collections.unmodifiableMap(new LinkedHashMap<>(items)));
            }
        });
        parts = Collections.unmodifiableMap(copy);
    }

    /** The items of a part, in the order in which they were first stated. */
    public List<Json.Obj> items(StrategySection strategySection) {
        return List.copyOf(parts.getOrDefault(strategySection, Map.of()).values());
    }

    /** What it is after an event. */
    public StrategyDocument apply(StrategyEvent event) {
        return switch (event) {
            case StrategyEvent.StrategyAdopted(var data) -> new StrategyDocument(data.omitNulls(), parts);
            case StrategyEvent.SectionItemStated(var strategySection, var data) ->
                withItem(strategySection, strategySection.keyOf(data), Optional.of(data.omitNulls()));
            case StrategyEvent.SectionItemDropped(var strategySection, var data) ->
                withItem(strategySection, strategySection.keyOf(data), Optional.empty());
        };
    }

    /** What it is after events, one after the other. */
    public StrategyDocument apply(List<? extends StrategyEvent> events) {
        var after = this;
        for (var event : events) {
            after = after.apply(event);
        }
        return after;
    }

    /** Whether anybody adopted it. */
    public boolean isAdopted() {
        return !charter.members().isEmpty();
    }

    /** What is stated anew keeps its place. */
    private StrategyDocument withItem(StrategySection strategySection, String key, Optional<Json.Obj> item) {
        var items = new LinkedHashMap<>(parts.getOrDefault(strategySection, Map.of()));
        item.ifPresentOrElse(it -> items.put(key, it), () -> items.remove(key));
        var changed = new EnumMap<StrategySection, Map<String, Json.Obj>>(StrategySection.class);
        changed.putAll(parts);
        changed.put(strategySection, items);
        return new StrategyDocument(charter, changed);
    }

    /** It as one object: the members of its charter, and a list for each part. */
    public Json.Obj toJson() {
        Map<String, Json> members = new LinkedHashMap<>(charter.members());
        for (var strategySection : StrategySection.values()) {
            members.put(strategySection.word(), new Json.Arr(List.copyOf(items(strategySection))));
        }
        return new Json.Obj(members);
    }

    /** The document of such an object. */
    public static StrategyDocument of(Json.Obj object) {
        Map<StrategySection, Map<String, Json.Obj>> parts = new EnumMap<>(StrategySection.class);
        for (var strategySection : StrategySection.values()) {
            Map<String, Json.Obj> items = new LinkedHashMap<>();
            object.items(strategySection.word()).forEach(it -> {
                if (it instanceof Json.Obj item) {
                    items.put(strategySection.keyOf(item), item.omitNulls());
                }
            });
            parts.put(strategySection, items);
        }
        var words = Arrays.stream(StrategySection.values())
                .map(StrategySection::word)
                .toArray(String[]::new);
        return new StrategyDocument(object.without(words).omitNulls(), parts);
    }

    /**
     * What has to be said to make this document the other, of what is planned: what was said of what happened stays.
     * The charter comes first, and what is dropped last.
     */
    public List<StrategyEvent> changesTo(StrategyDocument other) {
        var events = new ArrayList<StrategyEvent>();
        if (!charter.equals(other.charter)) {
            events.add(new StrategyEvent.StrategyAdopted(other.charter));
        }
        var dropped = new ArrayList<StrategyEvent>();
        for (var strategySection : StrategySection.values()) {
            if (strategySection.isPlanned()) {
                var before = parts.getOrDefault(strategySection, Map.of());
                var after = other.parts.getOrDefault(strategySection, Map.of());
                after.forEach((key, item) -> {
                    if (!item.equals(before.get(key))) {
                        events.add(new StrategyEvent.SectionItemStated(strategySection, item));
                    }
                });
                before.forEach((key, item) -> {
                    if (!after.containsKey(key)) {
                        dropped.add(
                                new StrategyEvent.SectionItemDropped(strategySection, keyOnly(strategySection, item)));
                    }
                });
            }
        }
        events.addAll(dropped);
        return events;
    }

    private static Json.Obj keyOnly(StrategySection strategySection, Json.Obj item) {
        Map<String, Json> members = new LinkedHashMap<>();
        strategySection
                .keyMembers()
                .forEach(it -> members.put(it, item.members().getOrDefault(it, new Json.Null())));
        return new Json.Obj(members);
    }
}
