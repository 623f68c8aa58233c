package org.bitacora.projections.projector;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;

/** What is recorded and has not been followed yet. */
public final class ProjectionBacklog {

    private static final String BACKLOG = """
            select g.number, (
                select min(l.recorded_at) from head h join checkpoint c on c.territory = h.territory
                join log l on l.territory = h.territory and l.position = c.position + 1
                where h.position > c.position) as first
            from generation g""";

    /** A statement of its own: an OR would have a generic plan look at every checkpoint. */
    private static final String BACKLOG_OF =
            BACKLOG.replace("h.position > c.position", "h.position > c.position and h.territory = any($1::text[])");

    private final Pool pool;

    /** As the connections of that pool see it. */
    public ProjectionBacklog(Pool pool) {
        this.pool = pool;
    }

    /**
     * What waits to be followed.
     *
     * @param oldestRecordedAt when the first of it was recorded; empty where nothing waits
     * @param generation of the read models; grows with every rebuild or repair
     */
    public record BacklogState(Optional<Instant> oldestRecordedAt, long generation) {}

    /** What waits in any log. */
    public Uni<BacklogState> findForAll() {
        return run(BACKLOG, Tuple.tuple());
    }

    /** What waits in those logs. */
    public Uni<BacklogState> findFor(Collection<String> territories) {
        return run(BACKLOG_OF, Tuple.of(territories.toArray(String[]::new)));
    }

    private Uni<BacklogState> run(String sql, Tuple values) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)))
                .map(rows -> waiting(rows.iterator().next()));
    }

    private static BacklogState waiting(Row row) {
        return new BacklogState(
                Optional.ofNullable(row.getOffsetDateTime("first")).map(OffsetDateTime::toInstant),
                row.getLong("number"));
    }
}
