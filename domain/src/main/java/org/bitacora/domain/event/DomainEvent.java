package org.bitacora.domain.event;

import org.bitacora.domain.json.Json;

/**
 * A domain event, which is recorded in a log. Each slice has its own sealed type of events;
 * {@code org.bitacora.domain.vocabulary.EventRegistry} lists the types of all slices.
 */
public interface DomainEvent {

    /** The name of the event type in CloudEvents. */
    String type();

    /** The data, in the current schema version of the event type. */
    Json.Obj data();
}
