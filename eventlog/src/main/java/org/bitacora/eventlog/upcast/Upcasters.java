package org.bitacora.eventlog.upcast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityStatement;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.json.ComposedText;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;

/** Converts stored entries to the current schema version of their event. */
public final class Upcasters {

    /** The highest version in which events of any type are stored today: the latest that an archive can have. */
    public static final int CURRENT = EventRegistry.latestSchemaVersion();

    private final Map<EventSchema, Upcaster> byShape;

    private record EventSchema(String type, int version) {}

    /** Creates the conversion from these upcasters, at most one per type and version. */
    public Upcasters(List<Upcaster> upcasters) {
        upcasters.forEach(Upcasters::requireEarlierVersion);
        byShape = upcasters.stream()
                .collect(Collectors.toUnmodifiableMap(
                        it -> new EventSchema(it.type(), it.fromVersion()), Function.identity()));
    }

    private static void requireEarlierVersion(Upcaster upcaster) {
        int current = EventRegistry.find(upcaster.type())
                .map(EventType::schemaVersion)
                .orElseThrow(() -> new IllegalArgumentException(
                        EventRegistry.unknown(upcaster.type()).english()));
        if (upcaster.fromVersion() >= current) {
            throw new IllegalArgumentException(upcaster.type() + " is stored in version " + current);
        }
    }

    /** The typed event of an entry; empty where its type is not of the vocabulary. */
    public Optional<DomainEvent> event(Entry entry) {
        return EventRegistry.find(entry.type()).map(type -> type.read(data(entry)));
    }

    /** Returns the event of an entry about an activity; empty if the entry is about something else. */
    public Optional<ActivityEvent> activityEvent(Entry entry) {
        return event(entry, ActivityStatement.class).map(it -> it.toEvent(entry.key(), at(entry)));
    }

    /** The typed event of an entry; empty where it is of another slice. */
    public <E extends DomainEvent> Optional<E> event(Entry entry, Class<E> slice) {
        return EventRegistry.find(entry.type())
                .filter(type -> slice.isAssignableFrom(type.parser().eventClass()))
                .map(type -> slice.cast(type.read(data(entry))));
    }

    /** Returns the data of an entry in the current schema version, with all texts in composed form (NFC). */
    public Json.Obj data(Entry entry) {
        var data = JsonReader.parseStored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        int current = EventRegistry.schemaVersion(entry.type());
        for (int version = entry.schemaVersion(); version < current; version++) {
            var upcaster = byShape.get(new EventSchema(entry.type(), version));
            if (upcaster == null) {
                throw new IllegalStateException("No upcaster for " + entry.type() + " version " + version);
            }
            data = upcaster.upcast(data);
        }
        return ComposedText.of(data);
    }

    private static Instant at(Entry entry) {
        return entry.time().orElse(entry.recordedAt());
    }
}
