package org.bitacora.projections.indicator.reference;

import java.time.Instant;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;

/** A log entry with the attributes that the API shows. */
public record ReferenceEntry(long position, Instant at, EventKey key, String type, String subject, Json.Obj data) {

    /** Converts an entry of the log. */
    static ReferenceEntry of(Entry entry) {
        return new ReferenceEntry(
                entry.position(), entry.recordedAt(), entry.key(), entry.type(), entry.subject(), (Json.Obj)
                        JsonReader.parseStored(entry.data()));
    }
}
