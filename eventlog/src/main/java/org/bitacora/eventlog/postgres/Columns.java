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
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.Kept;

/** The entries of a group as arrays, one a column, in the order of the statements of {@link Sql}. */
final class Columns {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Entry> entries = new ArrayList<>();
    private final List<Private> personal = new ArrayList<>();

    private record Private(Entry entry, Buffer salt, String data) {}

    private Columns() {}

    /** Of drafts that have their positions, recorded now. */
    static Columns placed(List<Decision.Placed> placed, Map<String, Instant> recorded) {
        var columns = new Columns();
        placed.forEach(it -> columns.add(it, recorded.getOrDefault(it.draft().territory(), Instant.EPOCH)));
        return columns;
    }

    /** Of entries that were recorded long ago. */
    static Columns kept(List<Kept> kept) {
        var columns = new Columns();
        kept.forEach(it -> columns.add(
                it.entry(),
                it.personal().map(personal -> Buffer.buffer(HexFormat.of().parseHex(personal.salt()))),
                it.personal().map(Kept.Personal::data)));
        return columns;
    }

    private void add(Decision.Placed placed, Instant recordedAt) {
        var draft = placed.draft();
        var salt = draft.personal().map(_ -> salt());
        var entry = new Entry(
                draft.territory(),
                placed.position(),
                recordedAt,
                draft.key(),
                draft.type(),
                draft.schemaVersion(),
                draft.subject(),
                draft.time(),
                draft.data(),
                draft.author().name(),
                draft.content(),
                salt.flatMap(it -> draft.personal().map(text -> Digest.of(it.getBytes(), text))));
        add(entry, salt, draft.personal());
    }

    private void add(Entry entry, Optional<Buffer> salt, Optional<String> data) {
        entries.add(entry);
        data.ifPresent(text -> personal.add(new Private(entry, salt.orElseThrow(), text)));
    }

    private static Buffer salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return Buffer.buffer(salt);
    }

    boolean hasPrivate() {
        return !personal.isEmpty();
    }

    Tuple entries() {
        return Tuple.tuple()
                .addValue(column(Entry::territory))
                .addValue(of(Entry::position, Long[]::new))
                .addValue(of(entry -> Rows.utc(entry.recordedAt()), OffsetDateTime[]::new))
                .addValue(column(entry -> entry.key().source()))
                .addValue(column(entry -> entry.key().id()))
                .addValue(column(Entry::type))
                .addValue(of(entry -> (short) entry.schemaVersion(), Short[]::new))
                .addValue(column(Entry::subject))
                .addValue(nullable(entry -> entry.time().map(Rows::utc), new OffsetDateTime[entries.size()]))
                .addValue(of(entry -> Buffer.buffer(entry.data().getBytes(StandardCharsets.UTF_8)), Buffer[]::new))
                .addValue(column(Entry::postedBy))
                .addValue(of(entry -> Buffer.buffer(entry.content().bytes()), Buffer[]::new))
                .addValue(nullable(
                        entry -> entry.privateDigest().map(it -> Buffer.buffer(it.bytes())),
                        new Buffer[entries.size()]))
                .addValue(of(entry -> Buffer.buffer(entry.hash().bytes()), Buffer[]::new));
    }

    Tuple personal() {
        return Tuple.of(
                personal.stream().map(it -> it.entry().territory()).toArray(String[]::new),
                personal.stream().map(it -> it.entry().position()).toArray(Long[]::new),
                personal.stream().map(Private::salt).toArray(Buffer[]::new),
                personal.stream().map(Private::data).toArray(String[]::new));
    }

    /** The last entry of each territory: positions grow along the list. */
    Tuple heads() {
        var last = new LinkedHashMap<String, Entry>();
        entries.forEach(entry -> last.put(entry.territory(), entry));
        return Tuple.of(
                last.keySet().toArray(String[]::new),
                last.values().stream().map(Entry::position).toArray(Long[]::new),
                last.values().stream().map(it -> Rows.utc(it.recordedAt())).toArray(OffsetDateTime[]::new));
    }

    private String[] column(Function<Entry, String> of) {
        return of(of, String[]::new);
    }

    private <T> T[] of(Function<Entry, T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }

    private <T> T[] nullable(Function<Entry, Optional<T>> value, T[] column) {
        for (int i = 0; i < column.length; i++) {
            int at = i;
            value.apply(entries.get(i)).ifPresent(it -> column[at] = it);
        }
        return column;
    }
}
