package org.bitacora.exchange.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A log entry as a line of an archive. It contains everything that the entry's hash is computed from.
 *
 * @param personal the private part, if the archive contains private data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryLine(
        long position,
        Instant recordedAt,
        String source,
        String id,
        String type,
        int schemaVersion,
        String subject,
        @Nullable Instant time,
        @JsonRawValue String data,
        @JsonRawValue @Nullable String extensions,
        @JsonProperty("private") @Nullable PrivateContent personal,
        String postedBy,
        String content,
        @Nullable String privateDigest,
        String hash) {

    /**
     * The private part of an entry.
     *
     * @param salt the salt of its digest, hexadecimal
     * @param data its JSON text
     */
    record PrivateContent(String salt, String data) {}

    static EntryLine of(ArchivedEntry archivedEntry, boolean isPrivate) {
        var entry = archivedEntry.entry();
        return new EntryLine(
                entry.position(),
                entry.recordedAt(),
                entry.key().source(),
                entry.key().id(),
                entry.type(),
                entry.schemaVersion(),
                entry.subject(),
                entry.time().orElse(null),
                entry.data(),
                entry.extensions().orElse(null),
                archivedEntry
                        .personal()
                        .filter(_ -> isPrivate)
                        .map(it -> new PrivateContent(it.salt(), it.data()))
                        .orElse(null),
                entry.postedBy(),
                entry.content().hex(),
                entry.privateDigest().map(Digest::hex).orElse(null),
                archivedEntry.hash().hex());
    }
}
