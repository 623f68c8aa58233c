package org.bitacora.application.intake;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;

/**
 * A CloudEvent (1.0) as it was sent.
 *
 * @param key its source and id
 * @param type its type
 * @param subject the resource that the event is about
 * @param time when the sender stated it
 * @param data its data
 * @param extensions its extension attributes
 * @param dataText the JSON text of the data as it was sent; empty if the event was not sent as text
 */
public record CloudEvent(
        EventKey key,
        String type,
        String subject,
        Optional<Instant> time,
        Json.Obj data,
        Json.Obj extensions,
        Optional<String> dataText) {

    /** Returns the code of the territory whose log the event belongs to. The subject must be valid. */
    String territory() {
        return Subject.parse(subject).orElseThrow().territory().value();
    }
}
