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
public record StrategyDocument(Json.Obj charter, Map<Part, Map<String, Json.Obj>> parts) {

    /** Of which nothing was said. */
    public static final StrategyDocument NOTHING = new StrategyDocument(Json.Obj.EMPTY, Map.of());

    public StrategyDocument {
        var copy = new EnumMap<Part, Map<String, Json.Obj>>(Part.class);
        parts.forEach((part, items) -> {
            if (!items.isEmpty()) {
                copy.put(part, Collections.unmodifiableMap(new LinkedHashMap<>(items)));
            }
        });
        parts = Collections.unmodifiableMap(copy);
    }

    /** The items of a part, in the order in which they were first stated. */
    public List<Json.Obj> items(Part part) {
        return List.copyOf(parts.getOrDefault(part, Map.of()).values());
    }

    /** What it is after an event. */
    public StrategyDocument after(StrategyEvent event, Json.Obj data) {
        return switch (event) {
            case StrategyEvent.Adopted() -> new StrategyDocument(data.stated(), parts);
            case StrategyEvent.Stated(var part) -> changed(part, part.keyOf(data), Optional.of(data.stated()));
            case StrategyEvent.Dropped(var part) -> changed(part, part.keyOf(data), Optional.empty());
        };
    }

    /** What is stated anew keeps its place. */
    private StrategyDocument changed(Part part, String key, Optional<Json.Obj> item) {
        var items = new LinkedHashMap<>(parts.getOrDefault(part, Map.of()));
        item.ifPresentOrElse(it -> items.put(key, it), () -> items.remove(key));
        var changed = new EnumMap<Part, Map<String, Json.Obj>>(Part.class);
        changed.putAll(parts);
        changed.put(part, items);
        return new StrategyDocument(charter, changed);
    }

    /** It as one object: the members of its charter, and a list for each part. */
    public Json.Obj toJson() {
        Map<String, Json> members = new LinkedHashMap<>(charter.members());
        for (var part : Part.values()) {
            members.put(part.word(), new Json.Arr(List.copyOf(items(part))));
        }
        return new Json.Obj(members);
    }

    /** The document of such an object. */
    public static StrategyDocument of(Json.Obj object) {
        Map<Part, Map<String, Json.Obj>> parts = new EnumMap<>(Part.class);
        for (var part : Part.values()) {
            Map<String, Json.Obj> items = new LinkedHashMap<>();
            object.items(part.word()).forEach(it -> {
                if (it instanceof Json.Obj item) {
                    items.put(part.keyOf(item), item.stated());
                }
            });
            parts.put(part, items);
        }
        var words = Arrays.stream(Part.values()).map(Part::word).toArray(String[]::new);
        return new StrategyDocument(object.without(words).stated(), parts);
    }

    /**
     * What has to be said to make this document the other, of what is planned: what was said of what happened stays.
     * The charter comes first, and what is dropped last.
     */
    public List<Saying> until(StrategyDocument other) {
        var sayings = new ArrayList<Saying>();
        if (!charter.equals(other.charter)) {
            sayings.add(new Saying(Part.ADOPTED, other.charter));
        }
        var dropped = new ArrayList<Saying>();
        for (var part : Part.values()) {
            if (part.isPlanned()) {
                var before = parts.getOrDefault(part, Map.of());
                var after = other.parts.getOrDefault(part, Map.of());
                after.forEach((key, item) -> {
                    if (!item.equals(before.get(key))) {
                        sayings.add(new Saying(part.stated(), item));
                    }
                });
                before.forEach((key, item) -> {
                    if (!after.containsKey(key)) {
                        dropped.add(new Saying(part.dropped().orElseThrow(), keyOnly(part, item)));
                    }
                });
            }
        }
        sayings.addAll(dropped);
        return sayings;
    }

    private static Json.Obj keyOnly(Part part, Json.Obj item) {
        Map<String, Json> members = new LinkedHashMap<>();
        part.key().forEach(it -> members.put(it, item.members().getOrDefault(it, new Json.Null())));
        return new Json.Obj(members);
    }

    /** What an event says: its type and its data. */
    public record Saying(String type, Json.Obj data) {}
}
