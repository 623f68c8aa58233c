package org.bitacora.eventlog.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Entry;

/** The entries of a group as arrays, one per column, in the parameter order of {@link LogSql}. */
final class EntryColumns {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Entry> entries = new ArrayList<>();
    private final List<PrivateRow> personal = new ArrayList<>();

    private record PrivateRow(Entry entry, Buffer salt, String data) {}

    private EntryColumns() {}

    /** Returns the columns of positioned drafts, with the recording time of each territory. */
    static EntryColumns ofDrafts(List<AppendDecider.PositionedDraft> positionedDrafts, Map<String, Instant> recorded) {
        var entryColumns = new EntryColumns();
        positionedDrafts.forEach(
                it -> entryColumns.add(it, recorded.getOrDefault(it.draft().territory(), Instant.EPOCH)));
        return entryColumns;
    }

    /** Returns the columns of archived entries, with their original recording times. */
    static EntryColumns ofArchivedEntries(List<ArchivedEntry> archivedEntries) {
        var entryColumns = new EntryColumns();
        archivedEntries.forEach(it -> entryColumns.add(
                it.entry(),
                it.personal().map(privatePart -> Buffer.buffer(HexFormat.of().parseHex(privatePart.salt()))),
                it.personal().map(ArchivedEntry.PrivatePart::data)));
        return entryColumns;
    }

    private void add(AppendDecider.PositionedDraft positionedDraft, Instant recordedAt) {
        var draft = positionedDraft.draft();
        var salt = draft.personal().map(_ -> salt());
        var entry = new Entry(
                draft.territory(),
                positionedDraft.position(),
                recordedAt,
                draft.key(),
                draft.type(),
                draft.schemaVersion(),
                draft.subject(),
                draft.time(),
                draft.data(),
                draft.extensions(),
                draft.author().name(),
                draft.content(),
                salt.flatMap(it -> draft.personal().map(text -> Digest.of(it.getBytes(), text))));
        add(entry, salt, draft.personal());
    }

    private void add(Entry entry, Optional<Buffer> salt, Optional<String> data) {
        entries.add(entry);
        data.ifPresent(text -> personal.add(new PrivateRow(entry, salt.orElseThrow(), text)));
    }

    private static Buffer salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return Buffer.buffer(salt);
    }

    boolean hasPrivate() {
        return !personal.isEmpty();
    }

    Tuple entryParameters() {
        return Tuple.tuple()
                .addValue(column(Entry::territory))
                .addValue(toArray(Entry::position, Long[]::new))
                .addValue(toArray(entry -> LogRowMapper.toUtc(entry.recordedAt()), OffsetDateTime[]::new))
                .addValue(column(entry -> entry.key().source()))
                .addValue(column(entry -> entry.key().id()))
                .addValue(column(Entry::type))
                .addValue(toArray(entry -> (short) entry.schemaVersion(), Short[]::new))
                .addValue(column(Entry::subject))
                .addValue(toNullableArray(
                        entry -> entry.time().map(LogRowMapper::toUtc), new OffsetDateTime[entries.size()]))
                .addValue(toArray(entry -> Buffer.buffer(entry.data().getBytes(StandardCharsets.UTF_8)), Buffer[]::new))
                .addValue(column(Entry::postedBy))
                .addValue(toArray(entry -> Buffer.buffer(entry.content().bytes()), Buffer[]::new))
                .addValue(toNullableArray(
                        entry -> entry.privateDigest().map(it -> Buffer.buffer(it.bytes())),
                        new Buffer[entries.size()]))
                .addValue(toArray(entry -> Buffer.buffer(entry.hash().bytes()), Buffer[]::new))
                .addValue(toNullableArray(Entry::extensions, new String[entries.size()]));
    }

    Tuple privateParameters() {
        return Tuple.of(
                personal.stream().map(it -> it.entry().territory()).toArray(String[]::new),
                personal.stream().map(it -> it.entry().position()).toArray(Long[]::new),
                personal.stream().map(PrivateRow::salt).toArray(Buffer[]::new),
                personal.stream().map(PrivateRow::data).toArray(String[]::new));
    }

    /** Returns the last entry of each territory. Positions increase along the list. */
    Tuple headParameters() {
        var last = new LinkedHashMap<String, Entry>();
        entries.forEach(entry -> last.put(entry.territory(), entry));
        return Tuple.of(
                last.keySet().toArray(String[]::new),
                last.values().stream().map(Entry::position).toArray(Long[]::new),
                last.values().stream()
                        .map(it -> LogRowMapper.toUtc(it.recordedAt()))
                        .toArray(OffsetDateTime[]::new));
    }

    private String[] column(Function<Entry, String> value) {
        return toArray(value, String[]::new);
    }

    private <T> T[] toArray(Function<Entry, T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }

    private <T> T[] toNullableArray(Function<Entry, Optional<T>> value, T[] column) {
        for (int i = 0; i < column.length; i++) {
            int at = i;
            value.apply(entries.get(i)).ifPresent(it -> column[at] = it);
        }
        return column;
    }
}
