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
public final class Pending {

    private static final String OF_ALL = """
            select g.number, (
                select min(l.recorded_at) from head h join checkpoint c on c.territory = h.territory
                join log l on l.territory = h.territory and l.position = c.position + 1
                where h.position > c.position) as first
            from generation g""";

    /** A statement of its own: an OR would have a generic plan look at every checkpoint. */
    private static final String OF_SOME =
            OF_ALL.replace("h.position > c.position", "h.position > c.position and h.territory = any($1::text[])");

    private final Pool pool;

    /** As the connections of that pool see it. */
    public Pending(Pool pool) {
        this.pool = pool;
    }

    /**
     * What waits to be followed.
     *
     * @param first when the first of it was recorded; empty where nothing waits
     * @param generation of the read models; grows with every rebuild or repair
     */
    public record Waiting(Optional<Instant> first, long generation) {}

    /** What waits in any log. */
    public Uni<Waiting> ofAll() {
        return run(OF_ALL, Tuple.tuple());
    }

    /** What waits in those logs. */
    public Uni<Waiting> of(Collection<String> territories) {
        return run(OF_SOME, Tuple.of(territories.toArray(String[]::new)));
    }

    private Uni<Waiting> run(String sql, Tuple values) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)))
                .map(rows -> waiting(rows.iterator().next()));
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                Optional.ofNullable(row.getOffsetDateTime("first")).map(OffsetDateTime::toInstant),
                row.getLong("number"));
    }
}
