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
 * A strategy as stated by its events: the charter and the items of each section, each in the version of the last event
 * on it. The order in the log decides, so the same events always make the same document.
 *
 * @param charter the members outside the sections; empty if the strategy was never adopted
 * @param parts the items of each section by key, in the order in which they were first stated
 */
public record StrategyDocument(Json.Obj charter, Map<StrategySection, Map<String, Json.Obj>> parts) {

    /** The document of a strategy without events. */
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

    /** The items of a section, in the order in which they were first stated. */
    public List<Json.Obj> items(StrategySection strategySection) {
        return List.copyOf(parts.getOrDefault(strategySection, Map.of()).values());
    }

    /** The document after an event. */
    public StrategyDocument apply(StrategyEvent event) {
        return switch (event) {
            case StrategyEvent.StrategyAdopted(var data) -> new StrategyDocument(data.omitNulls(), parts);
            case StrategyEvent.SectionItemStated(var strategySection, var data) ->
                withItem(strategySection, strategySection.keyOf(data), Optional.of(data.omitNulls()));
            case StrategyEvent.SectionItemDropped(var strategySection, var data) ->
                withItem(strategySection, strategySection.keyOf(data), Optional.empty());
        };
    }

    /** The document after several events, in order. */
    public StrategyDocument apply(List<? extends StrategyEvent> events) {
        var after = this;
        for (var event : events) {
            after = after.apply(event);
        }
        return after;
    }

    /** Whether the strategy was adopted. */
    public boolean isAdopted() {
        return !charter.members().isEmpty();
    }

    /** An item that is stated again keeps its position. */
    private StrategyDocument withItem(StrategySection strategySection, String key, Optional<Json.Obj> item) {
        var items = new LinkedHashMap<>(parts.getOrDefault(strategySection, Map.of()));
        item.ifPresentOrElse(it -> items.put(key, it), () -> items.remove(key));
        var changed = new EnumMap<StrategySection, Map<String, Json.Obj>>(StrategySection.class);
        changed.putAll(parts);
        changed.put(strategySection, items);
        return new StrategyDocument(charter, changed);
    }

    /** The document as one object: the members of the charter and a list for each section. */
    public Json.Obj toJson() {
        Map<String, Json> members = new LinkedHashMap<>(charter.members());
        for (var strategySection : StrategySection.values()) {
            members.put(strategySection.word(), new Json.Arr(List.copyOf(items(strategySection))));
        }
        return new Json.Obj(members);
    }

    /** The document in such an object. */
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
     * The events that turn this document into the other, as far as planned sections are concerned. Records of what
     * happened are kept. The charter comes first and dropped items last.
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
