package org.bitacora.eventlog.postgres;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Reads a log in order and collects the positions whose entry is missing or differs from what was written. */
final class LogVerifier {

    private final List<Long> damaged = new ArrayList<>();
    private long last;

    /** Verifies the next rows of the log, in order. */
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

    /** Returns the last position verified so far. */
    long lastPosition() {
        return last;
    }

    /** Returns the damaged positions of a log that should end at {@code end}. */
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
