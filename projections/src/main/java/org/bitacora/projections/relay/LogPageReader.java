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

/** Pages of logs in their order: while one is worked on the next are on their way, so many that the database never waits. */
final class LogPageReader {

    private static final int AHEAD = 3;
    private static final long PAGE_BYTES = 4L << 20;

    private final SqlConnection connection;
    private final Iterator<List<PositionRange>> pages;
    private final Deque<PageInFlight> inFlight = new ArrayDeque<>();
    private List<PositionRange> left = List.of();

    private record PageInFlight(List<PositionRange> spans, Future<RowSet<Row>> rows) {}

    LogPageReader(SqlConnection connection, List<List<PositionRange>> pages) {
        this.connection = connection;
        this.pages = pages.iterator();
    }

    /** The entries that come next; none at the end. */
    List<RelayedEntry> nextEntries() {
        if (!left.isEmpty()) {
            return awaitPage(new PageInFlight(left, read(left)));
        }
        while (inFlight.size() < AHEAD && pages.hasNext()) {
            var spans = pages.next();
            inFlight.add(new PageInFlight(spans, read(spans)));
        }
        var pageInFlight = inFlight.poll();
        return pageInFlight == null ? List.of() : awaitPage(pageInFlight);
    }

    /** Long entries may not fit into a page: the rest of it comes before the next one. */
    private List<RelayedEntry> awaitPage(PageInFlight pageInFlight) {
        var entries = RelayedEntry.of(Futures.await(pageInFlight.rows()));
        if (entries.isEmpty()) {
            throw new IllegalStateException("A log lacks entries of " + pageInFlight.spans());
        }
        left = PositionRange.remaining(pageInFlight.spans(), entries);
        return entries;
    }

    private Future<RowSet<Row>> read(List<PositionRange> spans) {
        return connection
                .preparedQuery(RelaySql.READ)
                .execute(Tuple.of(
                        spans.stream().map(PositionRange::territory).toArray(String[]::new),
                        spans.stream().map(PositionRange::after).toArray(Long[]::new),
                        spans.stream().map(PositionRange::upTo).toArray(Long[]::new),
                        PAGE_BYTES));
    }
}
