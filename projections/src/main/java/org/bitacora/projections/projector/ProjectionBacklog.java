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

/** Reads the backlog of the projector: entries that are recorded and not yet projected. */
public final class ProjectionBacklog {

    private static final String BACKLOG = """
            select g.number, (
                select min(l.recorded_at) from head h join checkpoint c on c.territory = h.territory
                join log l on l.territory = h.territory and l.position = c.position + 1
                where h.position > c.position) as first
            from generation g""";

    /** A separate statement: with an OR in one statement, a generic plan would read every checkpoint. */
    private static final String BACKLOG_OF =
            BACKLOG.replace("h.position > c.position", "h.position > c.position and h.territory = any($1::text[])");

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public ProjectionBacklog(Pool pool) {
        this.pool = pool;
    }

    /**
     * The state of the backlog.
     *
     * @param oldestRecordedAt when the oldest pending entry was recorded; empty if no entry is pending
     * @param generation the generation of the read models; increases with every rebuild or repair
     */
    public record BacklogState(Optional<Instant> oldestRecordedAt, long generation) {}

    /** Returns the backlog of all logs. */
    public Uni<BacklogState> findForAll() {
        return run(BACKLOG, Tuple.tuple());
    }

    /** Returns the backlog of the given territories' logs. */
    public Uni<BacklogState> findFor(Collection<String> territories) {
        return run(BACKLOG_OF, Tuple.of(territories.toArray(String[]::new)));
    }

    private Uni<BacklogState> run(String sql, Tuple values) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)))
                .map(rows -> toBacklogState(rows.iterator().next()));
    }

    private static BacklogState toBacklogState(Row row) {
        return new BacklogState(
                Optional.ofNullable(row.getOffsetDateTime("first")).map(OffsetDateTime::toInstant),
                row.getLong("number"));
    }
}
