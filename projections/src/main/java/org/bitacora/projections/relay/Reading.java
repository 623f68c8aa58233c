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
import org.bitacora.projections.projector.Await;

/** Pages of logs in their order: while one is worked on the next are on their way, so many that the database never waits. */
final class Reading {

    private static final int AHEAD = 3;
    private static final long PAGE_BYTES = 4L << 20;

    private final SqlConnection connection;
    private final Iterator<List<Span>> pages;
    private final Deque<Page> underWay = new ArrayDeque<>();
    private List<Span> left = List.of();

    private record Page(List<Span> spans, Future<RowSet<Row>> rows) {}

    Reading(SqlConnection connection, List<List<Span>> pages) {
        this.connection = connection;
        this.pages = pages.iterator();
    }

    /** The entries that come next; none at the end. */
    List<Handed> next() {
        if (!left.isEmpty()) {
            return take(new Page(left, read(left)));
        }
        while (underWay.size() < AHEAD && pages.hasNext()) {
            var spans = pages.next();
            underWay.add(new Page(spans, read(spans)));
        }
        var page = underWay.poll();
        return page == null ? List.of() : take(page);
    }

    /** Long entries may not fit into a page: the rest of it comes before the next one. */
    private List<Handed> take(Page page) {
        var entries = Handed.of(Await.get(page.rows()));
        if (entries.isEmpty()) {
            throw new IllegalStateException("A log lacks entries of " + page.spans());
        }
        left = Span.rest(page.spans(), entries);
        return entries;
    }

    private Future<RowSet<Row>> read(List<Span> spans) {
        return connection
                .preparedQuery(RelaySql.READ)
                .execute(Tuple.of(
                        spans.stream().map(Span::territory).toArray(String[]::new),
                        spans.stream().map(Span::after).toArray(Long[]::new),
                        spans.stream().map(Span::upTo).toArray(Long[]::new),
                        PAGE_BYTES));
    }
}
