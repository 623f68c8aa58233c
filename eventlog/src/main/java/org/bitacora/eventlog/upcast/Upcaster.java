package org.bitacora.eventlog.upcast;

import org.bitacora.domain.json.Json;

/** Reads one old shape of an event's data as the next one. A pure function: the log itself is never changed. */
public interface Upcaster {

    /** The type that it reads. */
    String type();

    /** The version that it reads; what it gives is of the next. */
    int fromVersion();

    /** The data in the shape of the next version. */
    Json.Obj upcast(Json.Obj data);
}
