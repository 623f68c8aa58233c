package org.bitacora.application.intake;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;

/**
 * A CloudEvent (1.0) as it was sent.
 *
 * @param key its source and id
 * @param type its type
 * @param subject what it speaks of
 * @param time when its sender stated it
 * @param data its data
 * @param dataText its data as they were written; empty where nobody has written them yet
 */
public record CloudEvent(
        EventKey key, String type, String subject, Optional<Instant> time, Json.Obj data, Optional<String> dataText) {

    /** The territory in whose log it belongs: the subject up to its first slash. */
    String territory() {
        int slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }
}
