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
 * A log entry as a relay passes it to a channel.
 *
 * @param territory the territory of the log
 * @param position the position in the log
 * @param recordedAt when the entry was recorded
 * @param key the source and id of the event
 * @param type the type of the event
 * @param subject the subject of the event
 * @param time the time that the sender stated
 * @param data the data as UTF-8 text; bytes, because most channels send bytes and most of an entry is data
 * @param extensions the extension attributes of the CloudEvent, as a JSON object; empty without any
 * @param postedBy the source of the client that posted the event
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
        Optional<String> extensions,
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
                Optional.ofNullable(row.getString("extensions")),
                row.getString("posted_by"));
    }
}
