package org.bitacora.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.activity.EventKey;
import org.junit.jupiter.api.Test;

/** Hashes are stored permanently, so the way they are computed never changes. */
class EntryHashTest {

    private static final Instant TIME = Instant.parse("2014-05-12T10:00:00.5Z");
    private static final Digest CONTENT = Digest.of("content");

    private static Entry entry() {
        return entry("t", 7, "s", "i", "type", 1, "t/a", Optional.of(TIME), "key");
    }

    private static Entry entry(
            String territory,
            long position,
            String source,
            String id,
            String type,
            int version,
            String subject,
            Optional<Instant> time,
            String author) {
        var recordedAt = Instant.parse("2026-01-02T03:04:05.678Z");
        return new Entry(
                territory,
                position,
                recordedAt,
                new EventKey(source, id),
                type,
                version,
                subject,
                time,
                "{}",
                Optional.empty(),
                author,
                CONTENT,
                Optional.empty());
    }

    private static Entry withExtensions(String json) {
        var entry = entry();
        return new Entry(
                entry.territory(),
                entry.position(),
                entry.recordedAt(),
                entry.key(),
                entry.type(),
                entry.schemaVersion(),
                entry.subject(),
                entry.time(),
                entry.data(),
                Optional.of(json),
                entry.postedBy(),
                entry.content(),
                entry.privateDigest());
    }

    /** The expected SHA-256 of the canonical text was computed by another program. */
    @Test
    void theHashIsThatOfTheCanonicalForm() {
        assertThat(entry().hash()).hasToString("1a6eb81fc7f5cfc5597a705601206431d3a20159c731c8019e7709ec7c154eb8");
    }

    @Test
    void everyMemberChangesTheHash() {
        var others = Stream.of(
                entry("u", 7, "s", "i", "type", 1, "t/a", Optional.of(TIME), "key"),
                entry("t", 8, "s", "i", "type", 1, "t/a", Optional.of(TIME), "key"),
                entry("t", 7, "r", "i", "type", 1, "t/a", Optional.of(TIME), "key"),
                entry("t", 7, "s", "j", "type", 1, "t/a", Optional.of(TIME), "key"),
                entry("t", 7, "s", "i", "typo", 1, "t/a", Optional.of(TIME), "key"),
                entry("t", 7, "s", "i", "type", 2, "t/a", Optional.of(TIME), "key"),
                entry("t", 7, "s", "i", "type", 1, "t/b", Optional.of(TIME), "key"),
                entry("t", 7, "s", "i", "type", 1, "t/a", Optional.empty(), "key"),
                entry("t", 7, "s", "i", "type", 1, "t/a", Optional.of(TIME.plusMillis(1)), "key"),
                entry("t", 7, "s", "i", "type", 1, "t/a", Optional.of(TIME), "other"),
                withExtensions("{\"trace\":\"1\"}"),
                withExtensions("{\"trace\":\"2\"}"),
                entry());

        assertThat(others.map(Entry::hash)).doesNotHaveDuplicates().hasSize(13);
    }
}
