package org.bitacora.domain.event;

import org.bitacora.domain.json.Json;

/**
 * Something that was stated and belongs in a log. Each slice has a sealed type of its own events; {@code
 * org.bitacora.domain.vocabulary.EventRegistry} lists the types of all of them.
 */
public interface DomainEvent {

    /** The name of its type in CloudEvents. */
    String type();

    /** Its data, in the current schema version of its type. */
    Json.Obj data();
}
