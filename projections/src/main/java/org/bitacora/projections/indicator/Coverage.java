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
import org.jspecify.annotations.Nullable;

/** What the figures of territories cover: which years, and since when and until when something was recorded. */
public final class Coverage {

    /** The years that {@link Extent} has up to the position that was followed. */
    private static final String SELECT = """
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
            where t.code > $1 order by t.code limit $2""".formatted(Extent.ACTIVITIES, Extent.REPORTS, Extent.YEARS_AHEAD);

    private static final String REACHING = """
            with asked as (
                select s.territory, s.position, make_date(extract(year from l.recorded_at)::int + %d, 12, 31) as latest
                from unnest($1::text[], $2::bigint[]) s(territory, position)
                join log l on l.territory = s.territory and l.position = s.position)
            select territory from asked a where %s and %s""".formatted(
                    Extent.YEARS_AHEAD, dated("$3::date and least($5::date, latest)"), dated("$4::date and latest"));

    private final Pool pool;

    /** The coverage of the versions that the pool's connections see. */
    public Coverage(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is known of a territory.
     *
     * @param territory its code
     * @param name what it is called
     * @param country where it is, ISO 3166-1 alpha-2
     * @param position how far its log was followed
     * @param issued when the first of it was recorded
     * @param modified when the last was
     * @param years the first and the last year in which anything was ever dated, or reported for
     */
    public record Covered(
            String territory,
            String name,
            Optional<String> country,
            long position,
            Optional<Instant> issued,
            Optional<Instant> modified,
            Optional<Years> years) {}

    /** From one year to another. */
    public record Years(int first, int last) {}

    /** Whether anything is dated between these days. */
    private static String dated(String days) {
        return """
                (exists (select from %1$s where v.territory = a.territory and v.known_from <= a.position and d between %3$s)
                 or exists (select from %2$s where v.territory = a.territory and v.known_from <= a.position and d between %3$s))""".formatted(Extent.ACTIVITIES, Extent.REPORTS, days);
    }

    /**
     * Those territories whose years reach a period, as known at those positions: something is dated in it, or before it and
     * after it. Of any other one, a figure that is 0 says nothing.
     */
    public Uni<Set<String>> reaching(Period period, Map<String, Long> positions) {
        var asked = Tuple.of(
                positions.keySet().toArray(String[]::new),
                positions.values().toArray(Long[]::new),
                Extent.EARLIEST,
                period.first(),
                period.last());
        return Asking.of(pool, REACHING, asked).map(rows -> {
            var reaching = new HashSet<String>();
            rows.forEach(row -> reaching.add(row.getString(0)));
            return reaching;
        });
    }

    /** The territories whose code comes after another, at most so many. */
    public Uni<List<Covered>> after(String code, int limit) {
        return Asking.of(pool, SELECT, Tuple.of(code, limit, Extent.EARLIEST)).map(rows -> {
            var all = new ArrayList<Covered>();
            rows.forEach(row -> all.add(covered(row)));
            return all;
        });
    }

    private static Covered covered(Row row) {
        var first = row.getInteger("first");
        return new Covered(
                row.getString("code"),
                row.getString("name"),
                Optional.ofNullable(row.getString("country")),
                row.getLong("position"),
                instant(row.getOffsetDateTime("issued")),
                instant(row.getOffsetDateTime("modified")),
                first == null ? Optional.empty() : Optional.of(new Years(first, row.getInteger("last"))));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
