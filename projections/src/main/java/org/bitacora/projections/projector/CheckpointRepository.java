package org.bitacora.projections.projector;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the checkpoints of the projector, its lag, and the parked subjects. */
public final class CheckpointRepository {

    /**
     * The head of the log of checkpoint {@code c} if the oldest entry that is not projected was recorded more than one
     * second ago; null otherwise. The placeholder is a further condition on that entry, {@code l}.
     */
    private static final String BEHIND_HEAD = """
            (select h.position from head h
             join log l on l.territory = h.territory and l.position = c.position + 1
             where h.territory = c.territory and h.position > c.position
                 and l.recorded_at < now() - interval '1 second'%s)""";

    private static final String CHECKPOINT = """
            select c.position, g.number, (select count(*) as subjects from parked p where p.territory = c.territory) as parked,
                   %s as behind_head
            from checkpoint c, generation g where c.territory = $1""".formatted(BEHIND_HEAD.formatted(""));

    private static final String CHECKPOINTS =
            "select territory, position from checkpoint where territory = any($1::text[])";

    private static final String RECORDED_DAYS = """
            select distinct (l.recorded_at at time zone 'UTC')::date as day
            from unnest($1::text[], $2::bigint[], $3::bigint[]) s(territory, after, last)
            join log l on l.territory = s.territory and l.position > s.after and l.position <= s.last order by day""";

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

    /**
     * Finds the last position recorded at an instant, for several logs, by binary search as the log does for one; never
     * beyond the checkpoint. An entry that is not projected counts as missing if it was recorded up to that instant.
     */
    private static final String TERRITORY_POSITIONS =
            """
            select t.code, t.name, reached.position,
                   (select count(*) from parked p where p.territory = t.code and p.position <= reached.position) as parked,
                   %s as behind_head
            from territory t join checkpoint c on c.territory = t.code
            left join lateral (
                with recursive halved(low, high) as (
                    select 0::bigint, h.position from head h where h.territory = t.code
                    union all
                    select case when l.recorded_at <= $3 then middle else low end,
                           case when l.recorded_at <= $3 then high else middle - 1 end
                    from halved
                    cross join lateral (select (low + high + 1) / 2) m(middle)
                    cross join lateral
                        (select recorded_at from log
                         where log.territory = t.code and log.position >= middle order by log.position limit 1) l
                    where low < high)
                select coalesce(max(low), 0) as position from halved where low = high) found
                on $3::timestamptz is not null
            cross join lateral (select least(c.position, coalesce(found.position, c.position)) as position) reached
            where t.code = any($1::text[]) or ($1::text[] is null and t.code > $2)
            order by t.code limit $4""".formatted(BEHIND_HEAD.formatted(" and ($3::timestamptz is null or l.recorded_at <= $3)"));

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public CheckpointRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * The checkpoint of a territory.
     *
     * @param position the last position that has been projected
     * @param generation the generation of the read models; increases with every rebuild or repair
     * @param parkedSubjects the number of parked subjects
     * @param head the position of the head of the log while the projections are catching up: while the oldest entry that
     *     is not projected was recorded more than one second ago; otherwise empty
     */
    public record Checkpoint(long position, long generation, long parkedSubjects, Optional<Long> head) {

        /** Whether the projections lack entries that were recorded more than one second ago. */
        public boolean isCatchingUp() {
            return head.isPresent();
        }
    }

    /**
     * A subject that is not projected until a fix.
     *
     * @param position the position of the first event that could not be projected
     */
    public record ParkedSubject(String subject, long position, String reason) {}

    /**
     * The lag of the projector for one kind of territory.
     *
     * @param kind the kind of territory; {@code unknown} before the registration has been projected
     * @param events the number of entries that have not been projected
     * @param seconds the age of the oldest of these entries
     */
    public record ProjectionLag(String kind, long events, double seconds) {}

    /**
     * A territory's checkpoint, or the last position that had been recorded at an instant.
     *
     * @param name what it is called now
     * @param parkedSubjects how many of its subjects wait for a fix as of that position
     * @param head the position of the head of the log while the projections are catching up with it; otherwise empty
     */
    public record TerritoryPosition(
            String territory, String name, long position, long parkedSubjects, Optional<Long> head) {}

    /** A range of a log: the entries after one position, up to and including another. */
    public record LogRange(String territory, long after, long last) {}

    /** Returns the positions of territories, now or at an instant, ordered by code. */
    public Uni<List<TerritoryPosition>> findPositions(Collection<String> territories, Optional<Instant> at) {
        return findPositions(Tuple.tuple()
                .addValue(territories.toArray(String[]::new))
                .addString("")
                .addOffsetDateTime(at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .addInteger(territories.size()));
    }

    /** Returns the positions of the territories whose code comes after another, at most {@code limit}, ordered by code. */
    public Uni<List<TerritoryPosition>> findPositions(String after, int limit, Optional<Instant> at) {
        return findPositions(Tuple.tuple()
                .addValue(null)
                .addString(after)
                .addOffsetDateTime(at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .addInteger(limit));
    }

    private Uni<List<TerritoryPosition>> findPositions(Tuple parameters) {
        return run(TERRITORY_POSITIONS, parameters).map(rows -> {
            var positions = new ArrayList<TerritoryPosition>();
            rows.forEach(row -> positions.add(new TerritoryPosition(
                    row.getString("code"),
                    row.getString("name"),
                    row.getLong("position"),
                    row.getLong("parked"),
                    Optional.ofNullable(row.getLong("behind_head")))));
            return positions;
        });
    }

    /** Returns the checkpoint of a territory; empty if the territory has no log. */
    public Uni<Optional<Checkpoint>> find(String territory) {
        return run(CHECKPOINT, Tuple.of(territory))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(find(rows.iterator().next())));
    }

    private static Checkpoint find(Row row) {
        return new Checkpoint(
                row.getLong("position"),
                row.getLong("number"),
                row.getLong("parked"),
                Optional.ofNullable(row.getLong("behind_head")));
    }

    /** Returns the last projected position of each territory; territories without a log are absent. */
    public Uni<Map<String, Long>> checkpoints(Collection<String> territories) {
        return run(CHECKPOINTS, Tuple.of(territories.toArray(String[]::new))).map(rows -> {
            Map<String, Long> checkpoints = new HashMap<>();
            rows.forEach(row -> checkpoints.put(row.getString("territory"), row.getLong("position")));
            return checkpoints;
        });
    }

    /** Returns the days, in UTC, on which entries of the ranges were recorded, in ascending order. */
    public Uni<List<LocalDate>> recordedDays(Collection<LogRange> ranges) {
        var parameters = Tuple.of(
                ranges.stream().map(LogRange::territory).toArray(String[]::new),
                ranges.stream().map(LogRange::after).toArray(Long[]::new),
                ranges.stream().map(LogRange::last).toArray(Long[]::new));
        return run(RECORDED_DAYS, parameters).map(rows -> {
            var days = new ArrayList<LocalDate>();
            rows.forEach(row -> days.add(row.getLocalDate("day")));
            return days;
        });
    }

    /** Returns the parked subjects of a territory. */
    public Uni<List<ParkedSubject>> findParkedSubjects(String territory) {
        return run(PARKED, Tuple.of(territory)).map(rows -> {
            var parked = new ArrayList<ParkedSubject>();
            rows.forEach(row -> parked.add(
                    new ParkedSubject(row.getString("subject"), row.getLong("position"), row.getString("reason"))));
            return parked;
        });
    }

    /** Returns the lag of the projector for each kind of territory. */
    public Uni<List<ProjectionLag>> findLags() {
        return run(LAG, Tuple.tuple()).map(rows -> {
            var lags = new ArrayList<ProjectionLag>();
            rows.forEach(row -> lags.add(new ProjectionLag(
                    row.getString("kind"), row.getNumeric("events").longValue(), row.getDouble("seconds"))));
            return lags;
        });
    }

    /** Returns the number of projected entries of all logs. */
    public Uni<Long> countProjectedEntries() {
        return run("select coalesce(sum(position), 0)::bigint as entries from checkpoint", Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong("entries"));
    }

    /** Returns the number of parked subjects of all territories. */
    public Uni<Long> countParkedSubjects() {
        return run("select count(*) as subjects from parked", Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong("subjects"));
    }

    private Uni<RowSet<Row>> run(String sql, Tuple values) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)));
    }
}
