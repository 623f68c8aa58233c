package org.bitacora.eventlog.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Entry;

/** Maps rows of the log to values, for the log itself and for readers with statements of their own. */
public final class LogRowMapper {

    private LogRowMapper() {}

    /** Returns the entries of rows that contain all columns of the log. */
    public static List<Entry> entries(RowSet<Row> rows) {
        var entries = new ArrayList<Entry>(rows.size());
        rows.forEach(row -> entries.add(entry(row)));
        return entries;
    }

    static Entry entry(Row row) {
        return new Entry(
                row.getString("territory"),
                row.getLong("position"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                new EventKey(row.getString("source"), row.getString("id")),
                row.getString("type"),
                row.getInteger("schema_version"),
                row.getString("subject"),
                Optional.ofNullable(row.getOffsetDateTime("time")).map(OffsetDateTime::toInstant),
                row.getString("data"),
                Optional.ofNullable(row.getString("extensions")),
                row.getString("posted_by"),
                Digest.ofBytes(row.getBuffer("content").getBytes()),
                digest(row, "private_digest"));
    }

    static List<ArchivedEntry> archivedEntries(RowSet<Row> rows) {
        var archivedEntries = new ArrayList<ArchivedEntry>(rows.size());
        rows.forEach(row -> archivedEntries.add(new ArchivedEntry(entry(row), hash(row), privatePart(row))));
        return archivedEntries;
    }

    private static Optional<ArchivedEntry.PrivatePart> privatePart(Row row) {
        return Optional.ofNullable(row.getBuffer("salt"))
                .map(salt -> new ArchivedEntry.PrivatePart(
                        HexFormat.of().formatHex(salt.getBytes()), row.getString("personal")));
    }

    static Digest hash(Row row) {
        return Digest.ofBytes(row.getBuffer("hash").getBytes());
    }

    static Map<AppendDecider.EventIdentity, AppendDecider.RecordedEvent> recordedEvents(RowSet<Row> rows) {
        var past = new HashMap<AppendDecider.EventIdentity, AppendDecider.RecordedEvent>();
        for (var row : rows) {
            var key = new EventKey(row.getString("source"), row.getString("id"));
            past.put(
                    new AppendDecider.EventIdentity(row.getString("territory"), key),
                    new AppendDecider.RecordedEvent(
                            row.getLong("position"),
                            Digest.ofBytes(row.getBuffer("content").getBytes()),
                            digest(row, "private_digest"),
                            Optional.ofNullable(row.getBuffer("salt")).map(Buffer::getBytes)));
        }
        return past;
    }

    static Map<String, String> owners(RowSet<Row> rows) {
        var owners = new HashMap<String, String>();
        rows.forEach(row -> owners.put(row.getString("subject"), row.getString("source")));
        return owners;
    }

    private static Optional<Digest> digest(Row row, String column) {
        return Optional.ofNullable(row.getBuffer(column)).map(it -> Digest.ofBytes(it.getBytes()));
    }

    static OffsetDateTime toUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
