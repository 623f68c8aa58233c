package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.series.Report;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.projections.activity.Condition;
import org.bitacora.projections.indicator.Scope;

/** What was reported, from the database. */
public final class SeriesReports {

    private static final String SELECT = """
            select v.territory, v.period, v.first, v.last, v.value, v.unit, v.provisional, v.revision, v.known_from,
                   v.source, v.id, v.recorded_at
            from unnest($1::text[], $2::bigint[]) s(territory, position)
            join series_version v on %s and v.series = $3 and v.first >= $4 and v.last <= $5
            order by v.first, v.last""".formatted(Condition.known("s.territory", "s.position"));

    private final Pool pool;

    public SeriesReports(Pool pool) {
        this.pool = pool;
    }

    /** A report, and the entry that it follows from. */
    public record Source(Report report, long position, EventKey key, Instant recordedAt) {}

    /** What the territories of a scope reported for periods between the first and the last day of those. */
    public Uni<Map<String, List<Source>>> of(String series, Scope scope, List<Period> periods) {
        var first =
                periods.stream().map(Period::first).min(LocalDate::compareTo).orElseThrow();
        var last = periods.stream().map(Period::last).max(LocalDate::compareTo).orElseThrow();
        var asked = Tuple.tuple()
                .addValue(scope.places().stream().map(Scope.Place::territory).toArray(String[]::new))
                .addValue(scope.places().stream().map(Scope.Place::position).toArray(Long[]::new))
                .addValue(series)
                .addValue(first)
                .addValue(last);
        return CallerContext.returning(
                        () -> UniHelper.toUni(pool.preparedQuery(SELECT).execute(asked)))
                .map(rows -> {
                    Map<String, List<Source>> byTerritory = new HashMap<>();
                    rows.forEach(row -> byTerritory
                            .computeIfAbsent(row.getString("territory"), _ -> new ArrayList<>())
                            .add(source(row)));
                    return byTerritory;
                });
    }

    private static Source source(Row row) {
        var period = new Period(row.getString("period"), row.getLocalDate("first"), row.getLocalDate("last"));
        var report = new Report(
                period,
                Optional.ofNullable(row.getBigDecimal("value")),
                row.getString("unit"),
                row.getBoolean("provisional"),
                row.getLong("revision"));
        return new Source(
                report,
                row.getLong("known_from"),
                new EventKey(row.getString("source"), row.getString("id")),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
