package org.bitacora.eventlog.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.Kept;
import org.bitacora.eventlog.json.JsonReader;

/** What a careless or a cunning hand does to an entry; where only its hash would tell, the hash is left as it was. */
@SuppressWarnings("ImmutableEnumChecker") // its ways hold nothing
public enum Altered {
    POSITION(it -> at(it, 2)),
    TERRITORY(it -> rehashed(it, with -> {
        with.territory = "other";
        with.content = with.itsContent();
    })),
    SUBJECT_OF_ANOTHER(it -> rehashed(it, with -> {
        with.subject = "other/b";
        with.content = with.itsContent();
    })),
    EARLIER(it -> rehashed(it, with -> with.recordedAt = Instant.EPOCH)),
    YET_TO_BE(it -> rehashed(it, with -> with.recordedAt = Instant.now().plus(Duration.ofDays(100_000)))),
    SOURCE(it -> entry(it, with -> with.key = new EventKey("other", "b"))),
    ID(it -> entry(it, with -> with.key = new EventKey("s", "other"))),
    TYPE(it -> entry(it, with -> with.type = "org.bitacora.visit.cancelled")),
    TYPE_AND_HASH(it -> rehashed(it, with -> with.type = "org.bitacora.visit.cancelled")),
    SCHEMA_VERSION(it -> entry(it, with -> with.schemaVersion = 0)),
    TIME(it -> entry(it, with -> with.time = Optional.empty())),
    DATA(it -> entry(it, with -> with.data = "{}")),
    DATA_NOT_JSON(it -> entry(it, with -> with.data = "not JSON")),
    POSTED_BY(it -> entry(it, with -> with.postedBy = "other")),
    CONTENT(it -> entry(it, with -> with.content = Digest.of("other"))),
    CONTENT_AND_HASH(it -> rehashed(it, with -> with.content = Digest.of("other"))),
    PRIVATE_DIGEST(it -> entry(it, with -> with.privateDigest = Optional.empty())),
    HASH(it -> new Kept(it.entry(), Digest.of("other"), it.personal())),
    PERSONAL(it -> new Kept(it.entry(), it.hash(), Optional.of(new Kept.Personal("00", "{}"))));

    private final UnaryOperator<Kept> way;

    Altered(UnaryOperator<Kept> way) {
        this.way = way;
    }

    /** The entry after it. */
    public Kept of(Kept kept) {
        return way.apply(kept);
    }

    /** The same entry elsewhere in the log, with the hash that it would have there. */
    public static Kept at(Kept kept, long position) {
        return rehashed(kept, with -> with.position = position);
    }

    private static Kept entry(Kept kept, Change change) {
        return new Kept(new Parts(kept.entry()).changed(change), kept.hash(), kept.personal());
    }

    private static Kept rehashed(Kept kept, Change change) {
        var entry = new Parts(kept.entry()).changed(change);
        return new Kept(entry, entry.hash(), kept.personal());
    }

    private interface Change {
        void of(Parts parts);
    }

    /** The parts of an entry, one of which is about to be changed. */
    private static final class Parts {
        private String territory;
        private long position;
        private Instant recordedAt;
        private EventKey key;
        private String type;
        private int schemaVersion;
        private String subject;
        private Optional<Instant> time;
        private String data;
        private String postedBy;
        private Digest content;
        private Optional<Digest> privateDigest;

        private Parts(Entry entry) {
            territory = entry.territory();
            position = entry.position();
            recordedAt = entry.recordedAt();
            key = entry.key();
            type = entry.type();
            schemaVersion = entry.schemaVersion();
            subject = entry.subject();
            time = entry.time();
            data = entry.data();
            postedBy = entry.postedBy();
            content = entry.content();
            privateDigest = entry.privateDigest();
        }

        private Digest itsContent() {
            return Draft.contentOf(territory, type, subject, JsonReader.stored(data));
        }

        private Entry changed(Change change) {
            change.of(this);
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
                    postedBy,
                    content,
                    privateDigest);
        }
    }
}
