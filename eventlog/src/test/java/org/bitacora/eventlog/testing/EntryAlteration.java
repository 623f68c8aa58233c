package org.bitacora.eventlog.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;

/** An alteration of an archived entry. If only the hash would reveal it, the hash is left unchanged. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are stateless
public enum EntryAlteration {
    POSITION(it -> movedTo(it, 2)),
    TERRITORY(it -> withFieldsAndHash(it, with -> {
        with.territory = "other";
        with.content = with.contentDigest();
    })),
    SUBJECT_OF_ANOTHER(it -> withFieldsAndHash(it, with -> {
        with.subject = "other/b";
        with.content = with.contentDigest();
    })),
    RECORDED_TOO_EARLY(it -> withFieldsAndHash(it, with -> with.recordedAt = Instant.EPOCH)),
    RECORDED_IN_FUTURE(
            it -> withFieldsAndHash(it, with -> with.recordedAt = Instant.now().plus(Duration.ofDays(100_000)))),
    SOURCE(it -> withFields(it, with -> with.key = new EventKey("other", "b"))),
    ID(it -> withFields(it, with -> with.key = new EventKey("s", "other"))),
    TYPE(it -> withFields(it, with -> with.type = "org.bitacora.visit.cancelled")),
    TYPE_AND_HASH(it -> withFieldsAndHash(it, with -> with.type = "org.bitacora.visit.cancelled")),
    SCHEMA_VERSION(it -> withFields(it, with -> with.schemaVersion = 0)),
    TIME(it -> withFields(it, with -> with.time = Optional.empty())),
    DATA(it -> withFields(it, with -> with.data = "{}")),
    DATA_NOT_JSON(it -> withFields(it, with -> with.data = "not JSON")),
    POSTED_BY(it -> withFields(it, with -> with.postedBy = "other")),
    CONTENT(it -> withFields(it, with -> with.content = Digest.of("other"))),
    CONTENT_AND_HASH(it -> withFieldsAndHash(it, with -> with.content = Digest.of("other"))),
    PRIVATE_DIGEST(it -> withFields(it, with -> with.privateDigest = Optional.empty())),
    HASH(it -> new ArchivedEntry(it.entry(), Digest.of("other"), it.personal())),
    PRIVATE_PART(
            it -> new ArchivedEntry(it.entry(), it.hash(), Optional.of(new ArchivedEntry.PrivatePart("00", "{}"))));

    private final UnaryOperator<ArchivedEntry> alteration;

    EntryAlteration(UnaryOperator<ArchivedEntry> alteration) {
        this.alteration = alteration;
    }

    /** Returns the altered entry. */
    public ArchivedEntry applyTo(ArchivedEntry archivedEntry) {
        return alteration.apply(archivedEntry);
    }

    /** Returns the same entry at another position, with the hash that it would have there. */
    public static ArchivedEntry movedTo(ArchivedEntry archivedEntry, long position) {
        return withFieldsAndHash(archivedEntry, with -> with.position = position);
    }

    private static ArchivedEntry withFields(ArchivedEntry archivedEntry, FieldChange fieldChange) {
        return new ArchivedEntry(
                new EntryFields(archivedEntry.entry()).changed(fieldChange),
                archivedEntry.hash(),
                archivedEntry.personal());
    }

    private static ArchivedEntry withFieldsAndHash(ArchivedEntry archivedEntry, FieldChange fieldChange) {
        var entry = new EntryFields(archivedEntry.entry()).changed(fieldChange);
        return new ArchivedEntry(entry, entry.hash(), archivedEntry.personal());
    }

    private interface FieldChange {
        void of(EntryFields entryFields);
    }

    /** The mutable fields of an entry. */
    private static final class EntryFields {
        private String territory;
        private long position;
        private Instant recordedAt;
        private EventKey key;
        private String type;
        private int schemaVersion;
        private String subject;
        private Optional<Instant> time;
        private String data;
        private Optional<String> extensions;
        private String postedBy;
        private Digest content;
        private Optional<Digest> privateDigest;

        private EntryFields(Entry entry) {
            territory = entry.territory();
            position = entry.position();
            recordedAt = entry.recordedAt();
            key = entry.key();
            type = entry.type();
            schemaVersion = entry.schemaVersion();
            subject = entry.subject();
            time = entry.time();
            data = entry.data();
            extensions = entry.extensions();
            postedBy = entry.postedBy();
            content = entry.content();
            privateDigest = entry.privateDigest();
        }

        private Digest contentDigest() {
            return Draft.contentOf(territory, type, subject, JsonReader.parseStored(data));
        }

        private Entry changed(FieldChange fieldChange) {
            fieldChange.of(this);
            return new Entry(
                    territory,
                    position,
                    recordedAt,
                    key,
                    type,
                    schemaVersion,
                    subject,
                    time,
                    data,
                    extensions,
                    postedBy,
                    content,
                    privateDigest);
        }
    }
}
