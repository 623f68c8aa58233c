package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the figures of territories cover: which years, and since when and until when something was recorded. */
public final class Coverage {

    /** As {@link Extent} has it: dates before 1800, or more than ten years ahead, are slips of the pen. */
    private static final String SELECT = """
            select t.code, t.name, t.country, c.position, issued.recorded_at as issued, modified.recorded_at as modified,
                   years.first, years.last
            from territory t
            join checkpoint c on c.territory = t.code
            left join log issued on issued.territory = t.code and issued.position = 1
            left join log modified on modified.territory = t.code and modified.position = c.position
            cross join lateral (
                select min(extract(year from d))::int as first, max(extract(year from d))::int as last
                from activity_version v cross join lateral unnest(array[v.planned_from, v.planned_to, v.formalised_from,
                    v.formalised_to, v.ended_from, v.ended_to, v.end_to]) d
                where v.territory = t.code and v.known_to is null
                    and extract(year from d) between 1800 and extract(year from now()) + 10) years
            where t.code > $1 order by t.code limit $2""";

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
     * @param years the first and the last year in which an activity is dated
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

    /** The territories whose code comes after another, at most so many. */
    public Uni<List<Covered>> after(String code, int limit) {
        return Asking.of(pool, SELECT, Tuple.of(code, limit)).map(rows -> {
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
