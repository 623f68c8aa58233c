package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.ActivityConditionSql;
import org.jspecify.annotations.Nullable;

/** Reads the coverage of territories' observations: the years, and the first and last recording times. */
public final class CoverageRepository {

    /** Selects the years that {@link DatedYears} finds up to the checkpoint. */
    private static final String SELECT =
            """
            select t.code, t.name, t.country, c.position, issued.recorded_at as issued, modified.recorded_at as modified,
                   years.first, years.last
            from territory t
            join checkpoint c on c.territory = t.code
            left join log issued on issued.territory = t.code and issued.position = 1
            left join log modified on modified.territory = t.code and modified.position = c.position
            cross join lateral (
                select extract(year from min(d))::int as first, extract(year from max(d))::int as last
                from (select d from %s where v.territory = t.code and v.known_from <= c.position
                    union all
                    select d from %s where v.territory = t.code and v.known_from <= c.position) dated
                where d between $3::date and make_date(extract(year from modified.recorded_at)::int + %d, 12, 31)) years
            where t.code > $1 order by t.code limit $2""".formatted(DatedYears.ACTIVITIES, DatedYears.REPORTS, DatedYears.YEARS_AHEAD);

    /**
     * Finds activities through the index that observations use, which contains all columns of this query. A date is known at
     * least to its year, so a date that may lie in or after a period starts at most 366 days before it.
     */
    private static final String COVERING =
            """
            with requested as (
                select s.territory, s.position, make_date(extract(year from l.recorded_at)::int + %1$d, 12, 31) as latest
                from unnest($1::text[], $2::bigint[]) s(territory, position)
                join log l on l.territory = s.territory and l.position = s.position)
            select territory from requested a where exists (
                select from activity_version v where %2$s and v.status in ('formalised', 'ended')
                and v.formalised_from between $3::date and least($5::date, latest))
            and exists (
                select from activity_version v where %2$s and v.status in ('formalised', 'ended')
                and v.formalised_from between $4::date - 366 and latest and v.formalised_to >= $4::date)""".formatted(DatedYears.YEARS_AHEAD, ActivityConditionSql.knownAt("a.territory", "a.position"));

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public CoverageRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * The coverage of a territory.
     *
     * @param territory the code of the territory
     * @param name the name of the territory
     * @param country the country code, ISO 3166-1 alpha-2
     * @param position the last projected position of the log
     * @param issued when the first entry was recorded
     * @param modified when the entry at {@code position} was recorded
     * @param years the first and last year of any date of an activity or any reported period
     */
    public record TerritoryCoverage(
            String territory,
            String name,
            Optional<String> country,
            long position,
            Optional<Instant> issued,
            Optional<Instant> modified,
            Optional<CoveredYears> years) {}

    /** A range of years, both inclusive. */
    public record CoveredYears(int first, int last) {}

    /**
     * Returns the territories in which, as of the given positions, an activity took place within a period, or one before it and
     * one after it. For any other territory, a count of 0 activities does not mean that there were none.
     */
    public Uni<Set<String>> findTerritoriesCovering(Period period, Map<String, Long> positions) {
        var parameters = Tuple.of(
                positions.keySet().toArray(String[]::new),
                positions.values().toArray(Long[]::new),
                DatedYears.EARLIEST,
                period.first(),
                period.last());
        return QueryExecutor.run(pool, COVERING, parameters).map(rows -> {
            var covering = new HashSet<String>();
            rows.forEach(row -> covering.add(row.getString("territory")));
            return covering;
        });
    }

    /** Returns the coverage of the territories whose code comes after another, at most {@code limit}, ordered by code. */
    public Uni<List<TerritoryCoverage>> listAfter(String code, int limit) {
        return QueryExecutor.run(pool, SELECT, Tuple.of(code, limit, DatedYears.EARLIEST))
                .map(rows -> {
                    var all = new ArrayList<TerritoryCoverage>();
                    rows.forEach(row -> all.add(toCoverage(row)));
                    return all;
                });
    }

    private static TerritoryCoverage toCoverage(Row row) {
        var first = row.getInteger("first");
        return new TerritoryCoverage(
                row.getString("code"),
                row.getString("name"),
                Optional.ofNullable(row.getString("country")),
                row.getLong("position"),
                instant(row.getOffsetDateTime("issued")),
                instant(row.getOffsetDateTime("modified")),
                first == null ? Optional.empty() : Optional.of(new CoveredYears(first, row.getInteger("last"))));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
