package org.bitacora.eventlog.postgres;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Goes along a log and collects the positions at which it is not what was once written, or nothing is. */
final class LogVerifier {

    private final List<Long> damaged = new ArrayList<>();
    private long last;

    /** The next rows of the log, in their order. */
    void accept(RowSet<Row> rows) {
        for (var row : rows) {
            long position = row.getLong("position");
            addMissingBefore(position);
            if (!isIntact(row)) {
                damaged.add(position);
            }
            last = position;
        }
    }

    /** The last position that it has seen. */
    long lastPosition() {
        return last;
    }

    /** What is damaged in a log that should reach to that position. */
    List<Long> damagedPositions(long end) {
        addMissingBefore(end + 1);
        return damaged;
    }

    private void addMissingBefore(long position) {
        for (long missing = last + 1; missing < position; missing++) {
            damaged.add(missing);
        }
    }

    private static boolean isIntact(Row row) {
        var entry = LogRowMapper.entry(row);
        return entry.hash().equals(LogRowMapper.hash(row)) && EntryVerifier.hasMatchingContent(entry);
    }
}
