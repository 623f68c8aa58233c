package org.bitacora.eventlog;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.CanonicalObjectWriter;
import org.bitacora.domain.json.Json;

/**
 * An immutable entry of a log.
 *
 * @param territory the code of the territory whose log contains the entry
 * @param position the position in the log: 1, 2, 3 … without gaps
 * @param recordedAt the time of recording; never earlier than that of the previous entry
 * @param key the identity of the event
 * @param type the CloudEvents type
 * @param schemaVersion the schema version of the data
 * @param subject the CloudEvents subject
 * @param time the moment at which the sender stated the event
 * @param data the data as received, without the private part
 * @param extensions the extension attributes of the CloudEvent, as a JSON object in canonical form; empty without any
 * @param postedBy the name of the access key that posted the event
 * @param content the digest that identifies the content, see {@link Draft#contentOf}
 * @param privateDigest the salted digest of the private part
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
        Optional<String> extensions,
        String postedBy,
        Digest content,
        Optional<Digest> privateDigest) {

    /**
     * Returns the digest of the entry in canonical form (RFC 8785). The data are represented by their content digest,
     * and the extension attributes by a digest of their text.
     */
    public Digest hash() {
        var form = new CanonicalObjectWriter().with("content", content.hex());
        extensions.ifPresent(it -> form.with("extensions", Digest.of(it).hex()));
        form.with("id", key.id()).with("position", Json.of(position)).with("postedBy", postedBy);
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
