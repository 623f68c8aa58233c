package org.bitacora.projections.relay;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;

/**
 * An entry as it is handed on.
 *
 * @param territory whose log
 * @param position where it is
 * @param recordedAt when it was recorded
 * @param key its source and id
 * @param type its type
 * @param subject what it speaks of
 * @param time when its sender stated it
 * @param data its data, the text in UTF-8: most channels want bytes, and most of an entry is data
 * @param postedBy the source of who posted it
 */
public record RelayedEntry(
        String territory,
        long position,
        Instant recordedAt,
        EventKey key,
        String type,
        String subject,
        Optional<Instant> time,
        Buffer data,
        String postedBy) {

    static List<RelayedEntry> of(RowSet<Row> rows) {
        var all = new ArrayList<RelayedEntry>(rows.size());
        rows.forEach(row -> all.add(of(row)));
        return all;
    }

    private static RelayedEntry of(Row row) {
        return new RelayedEntry(
                row.getString("territory"),
                row.getLong("position"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                new EventKey(row.getString("source"), row.getString("id")),
                row.getString("type"),
                row.getString("subject"),
                Optional.ofNullable(row.getOffsetDateTime("time")).map(OffsetDateTime::toInstant),
                row.getBuffer("data"),
                row.getString("posted_by"));
    }
}
