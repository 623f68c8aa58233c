package org.bitacora.eventlog.upcast;

import org.bitacora.domain.json.Json;

/** Converts the data of an event from one schema version to the next. A pure function: the log itself never changes. */
public interface Upcaster {

    /** Returns the event type that is converted. */
    String type();

    /** Returns the version that is converted; the result has the next version. */
    int fromVersion();

    /** Returns the data in the next version. */
    Json.Obj upcast(Json.Obj data);
}
