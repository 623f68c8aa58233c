package org.bitacora.eventlog.upcast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;

/** The way from an entry as it was stored to what it says in today's shape. */
public final class Upcasters {

    /** The version in which events are stored today. */
    public static final int CURRENT = 1;

    private final Map<EventSchema, Upcaster> byShape;

    private record EventSchema(String type, int version) {}

    /** Those upcasters; at most one for a type and version. */
    public Upcasters(List<Upcaster> upcasters) {
        byShape = upcasters.stream()
                .collect(Collectors.toUnmodifiableMap(
                        it -> new EventSchema(it.type(), it.fromVersion()), Function.identity()));
    }

    /** What an entry says of an activity; empty where it speaks of something else. */
    public Optional<ActivityEvent> activityEvent(Entry entry) {
        return ActivityEventType.of(entry.type())
                .map(type -> ActivityEvent.of(type, entry.key(), at(entry), data(entry)));
    }

    /** The data of an entry in today's shape. */
    public Json.Obj data(Entry entry) {
        var data = JsonReader.parseStored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        for (int version = entry.schemaVersion(); version < CURRENT; version++) {
            var upcaster = byShape.get(new EventSchema(entry.type(), version));
            if (upcaster == null) {
                throw new IllegalStateException("Nothing reads " + entry.type() + " of version " + version);
            }
            data = upcaster.upcast(data);
        }
        return data;
    }

    private static Instant at(Entry entry) {
        return entry.time().orElse(entry.recordedAt());
    }
}
