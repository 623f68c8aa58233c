package org.bitacora.eventlog.postgres;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Goes along a log and collects the positions at which it is not what was once written, or nothing is. */
final class Verification {

    private final List<Long> damaged = new ArrayList<>();
    private long last;

    /** The next rows of the log, in their order. */
    void take(RowSet<Row> rows) {
        for (var row : rows) {
            long position = row.getLong("position");
            missingBefore(position);
            if (!isAsWritten(row)) {
                damaged.add(position);
            }
            last = position;
        }
    }

    /** The last position that it has seen. */
    long last() {
        return last;
    }

    /** What is damaged in a log that should reach to that position. */
    List<Long> upTo(long end) {
        missingBefore(end + 1);
        return damaged;
    }

    private void missingBefore(long position) {
        for (long missing = last + 1; missing < position; missing++) {
            damaged.add(missing);
        }
    }

    private static boolean isAsWritten(Row row) {
        var entry = Rows.entry(row);
        return entry.hash().equals(Rows.hash(row)) && Inspection.hasItsContent(entry);
    }
}
