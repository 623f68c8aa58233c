package org.bitacora.projections.follow;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the logs have been followed, and what waits for a fix. */
public final class Positions {

    private static final String REACHED = """
            select c.position, g.number, (select count(*) from parked p where p.territory = c.territory) as parked
            from checkpoint c, generation g where c.territory = $1""";

    private static final String PARKED = """
            select territory, subject, position, reason from parked
            where territory = $1 order by position, subject""";

    private static final String LAG = """
            select coalesce(t.kind, 'unknown') as kind, sum(h.position - c.position) as events,
                   coalesce(max(extract(epoch from now() - l.recorded_at)), 0) as seconds
            from head h join checkpoint c on c.territory = h.territory
            left join territory t on t.code = h.territory
            left join log l on l.territory = h.territory and l.position = c.position + 1 and c.position < h.position
            group by 1""";

    private final Pool pool;

    /** As the connections of that pool see it. */
    public Positions(Pool pool) {
        this.pool = pool;
    }

    /**
     * Where following stands.
     *
     * @param position the last position that has been followed
     * @param generation grows with every rebuild or repair
     * @param parked how many subjects wait for a fix
     */
    public record Reached(long position, long generation, long parked) {}

    /**
     * A subject that waits for a fix.
     *
     * @param position of the first event that could not be projected
     */
    public record Parked(String subject, long position, String reason) {}

    /**
     * How far following is behind.
     *
     * @param kind of the territories that are meant
     * @param events how many entries are to be followed yet
     * @param seconds how long the oldest of them has been waiting
     */
    public record Lag(String kind, long events, double seconds) {}

    /** Where following a log stands; empty where there is no such log. */
    public Uni<Optional<Reached>> reached(String territory) {
        return run(REACHED, Tuple.of(territory))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(reached(rows.iterator().next())));
    }

    private static Reached reached(Row row) {
        return new Reached(row.getLong("position"), row.getLong("number"), row.getLong("parked"));
    }

    /** What is parked of a territory. */
    public Uni<List<Parked>> parked(String territory) {
        return run(PARKED, Tuple.of(territory)).map(rows -> {
            var parked = new ArrayList<Parked>();
            rows.forEach(row ->
                    parked.add(new Parked(row.getString("subject"), row.getLong("position"), row.getString("reason"))));
            return parked;
        });
    }

    /** How far following is behind, by kind of territory. */
    public Uni<List<Lag>> lag() {
        return run(LAG, Tuple.tuple()).map(rows -> {
            var lags = new ArrayList<Lag>();
            rows.forEach(row -> lags.add(
                    new Lag(row.getString("kind"), row.getNumeric("events").longValue(), row.getDouble("seconds"))));
            return lags;
        });
    }

    /** How many entries have been followed in all. */
    public Uni<Long> followed() {
        return run("select coalesce(sum(position), 0)::bigint from checkpoint", Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** How many subjects are parked in all. */
    public Uni<Long> parkedInAll() {
        return run("select count(*) from parked", Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<RowSet<Row>> run(String sql, Tuple values) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)));
    }
}
