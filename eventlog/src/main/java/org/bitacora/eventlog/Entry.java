package org.bitacora.eventlog;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.CanonicalObjectWriter;
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
        var form = new CanonicalObjectWriter()
                .with("content", content.hex())
                .with("id", key.id())
                .with("position", Json.of(position))
                .with("postedBy", postedBy);
        privateDigest.ifPresent(it -> form.with("private", it.hex()));
        form.with("recordedAt", recordedAt.toString())
                .with("schemaVersion", Json.of(schemaVersion))
                .with("source", key.source())
                .with("subject", subject)
                .with("territory", territory);
        time.ifPresent(it -> form.with("time", it.toString()));
        return Digest.of(form.with("type", type).text());
    }
}
