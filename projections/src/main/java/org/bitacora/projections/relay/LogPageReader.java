package org.bitacora.projections.relay;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.bitacora.projections.projector.Futures;

/** Reads pages of logs in order, with up to three pages requested in advance so that the database is never idle. */
final class LogPageReader {

    private static final int AHEAD = 3;
    private static final long PAGE_BYTES = 4L << 20;

    private final SqlConnection connection;
    private final Iterator<List<PositionRange>> pages;
    private final Deque<PageInFlight> inFlight = new ArrayDeque<>();
    private List<PositionRange> remainder = List.of();

    private record PageInFlight(List<PositionRange> ranges, Future<RowSet<Row>> rows) {}

    LogPageReader(SqlConnection connection, List<List<PositionRange>> pages) {
        this.connection = connection;
        this.pages = pages.iterator();
    }

    /** Returns the next entries; an empty list at the end. */
    List<RelayedEntry> nextEntries() {
        if (!remainder.isEmpty()) {
            return awaitPage(new PageInFlight(remainder, read(remainder)));
        }
        while (inFlight.size() < AHEAD && pages.hasNext()) {
            var ranges = pages.next();
            inFlight.add(new PageInFlight(ranges, read(ranges)));
        }
        var pageInFlight = inFlight.poll();
        return pageInFlight == null ? List.of() : awaitPage(pageInFlight);
    }

    /** Returns the entries of a page. If long entries exceed the size of a page, the rest is read before the next page. */
    private List<RelayedEntry> awaitPage(PageInFlight pageInFlight) {
        var entries = RelayedEntry.of(Futures.await(pageInFlight.rows()));
        if (entries.isEmpty()) {
            throw new IllegalStateException("Entries are missing from the log: " + pageInFlight.ranges());
        }
        remainder = PositionRange.remaining(pageInFlight.ranges(), entries);
        return entries;
    }

    private Future<RowSet<Row>> read(List<PositionRange> ranges) {
        return connection
                .preparedQuery(RelaySql.READ)
                .execute(Tuple.of(
                        ranges.stream().map(PositionRange::territory).toArray(String[]::new),
                        ranges.stream().map(PositionRange::after).toArray(Long[]::new),
                        ranges.stream().map(PositionRange::upTo).toArray(Long[]::new),
                        PAGE_BYTES));
    }
}
