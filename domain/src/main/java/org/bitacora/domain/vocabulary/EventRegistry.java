package org.bitacora.domain.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.activity.ActivityStatement;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.event.EventDataResult;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.indicator.IndicatorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublicationEvent;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.series.SeriesEvent;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.territory.TerritoryEvent;

/**
 * All event types (design, section 3). An archive contains only entries of these types; the import of an archive is not
 * an event.
 */
public final class EventRegistry {

    private static final Map<String, EventType> TYPES = byName();

    private EventRegistry() {}

    private static Map<String, EventType> byName() {
        var byName = new LinkedHashMap<String, EventType>();
        Stream.of(
                        ActivityStatement.types(),
                        SeriesEvent.types(),
                        StrategyEvent.types(),
                        ActorEvent.types(),
                        TerritoryEvent.types(),
                        IndicatorEvent.types(),
                        PublicationEvent.types())
                .flatMap(List::stream)
                .forEach(type -> {
                    if (byName.put(type.name(), type) != null) {
                        throw new IllegalStateException("Duplicate event type " + type.name());
                    }
                });
        return byName;
    }

    /** All event types, slice by slice. */
    public static List<EventType> all() {
        return List.copyOf(TYPES.values());
    }

    /** The names of the event types that senders may state as CloudEvents, in the order of the contract. */
    public static List<String> namesOpenToSenders() {
        return TYPES.values().stream()
                .filter(type -> type.admission().isOpenToSenders())
                .map(EventType::name)
                .toList();
    }

    /** The event type with this name; empty if the vocabulary does not contain it. */
    public static Optional<EventType> find(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** The typed event for an event type and its data, or the violations in the data. */
    public static EventDataResult parse(String type, Json.Obj data) {
        return find(type)
                .map(it -> it.parse(Pointer.ROOT.child("data"), data))
                .orElseGet(() -> new EventDataResult.InvalidContent(
                        List.of(new Violation(Pointer.ROOT.child("type"), unknown(type)))));
    }

    /** The message for an event type that the vocabulary does not contain. */
    public static Detail unknown(String type) {
        return Detail.of("Unknown event type {0}.", type);
    }

    /** The current schema version of the data of an event type. */
    public static int schemaVersion(String type) {
        return find(type).map(EventType::schemaVersion).orElse(EventType.FIRST_VERSION);
    }

    /** The highest current schema version of all event types. */
    public static int latestSchemaVersion() {
        return TYPES.values().stream().mapToInt(EventType::schemaVersion).max().orElseThrow();
    }
}
