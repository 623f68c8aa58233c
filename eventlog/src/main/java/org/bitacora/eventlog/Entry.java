package org.bitacora.eventlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Canonical;
import org.bitacora.domain.json.Json;

/**
 * What the log keeps of an event, at its position. It never changes.
 *
 * @param territory whose log
 * @param position 1, 2, 3 … without gaps
 * @param recordedAt when it was recorded; never earlier than the entry before it
 * @param key its identity
 * @param type its type in CloudEvents
 * @param schemaVersion which shape its data has
 * @param subject what it speaks of
 * @param time when its sender stated it
 * @param data its data as received, without the private part
 * @param postedBy the name of the key that posted it
 * @param content what identifies its content
 * @param privateDigest the salted digest of its private part
 */
public record Entry(
        String territory,
        long position,
        Instant recordedAt,
        EventKey key,
        String type,
        int schemaVersion,
        String subject,
        Optional<Instant> time,
        String data,
        String postedBy,
        Digest content,
        Optional<Digest> privateDigest) {

    /** The digest of the whole entry in canonical form; the data stand in it by their own digest. */
    public Digest hash() {
        Map<String, Json> form = new LinkedHashMap<>();
        form.put("territory", Json.of(territory));
        form.put("position", Json.of(position));
        form.put("recordedAt", Json.of(recordedAt.toString()));
        form.put("source", Json.of(key.source()));
        form.put("id", Json.of(key.id()));
        form.put("type", Json.of(type));
        form.put("schemaVersion", Json.of(schemaVersion));
        form.put("subject", Json.of(subject));
        time.ifPresent(it -> form.put("time", Json.of(it.toString())));
        form.put("postedBy", Json.of(postedBy));
        form.put("content", Json.of(content.hex()));
        privateDigest.ifPresent(it -> form.put("private", Json.of(it.hex())));
        return Digest.of(Canonical.text(new Json.Obj(form)));
    }
}
