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
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.projections.activity.ActivityConditionSql;
import org.bitacora.projections.indicator.TerritoryScope;

/** Reads the reported values of series. */
public final class ReportRepository {

    private static final String SELECT = """
            select v.territory, v.period, v.first, v.last, v.value, v.unit, v.provisional, v.revision, v.known_from,
                   v.source, v.id, v.recorded_at
            from unnest($1::text[], $2::bigint[]) s(territory, position)
            join series_version v on %s and v.series = $3 and v.first >= $4 and v.last <= $5
            order by v.first, v.last""".formatted(ActivityConditionSql.knownAt("s.territory", "s.position"));

    private final Pool pool;

    public ReportRepository(Pool pool) {
        this.pool = pool;
    }

    /** A report, with the position, key and recording time of its entry. */
    public record ReportSource(ReportedValue report, long position, EventKey key, Instant recordedAt) {}

    /** Returns the reports of a scope's territories for periods between the first and the last day of {@code periods}. */
    public Uni<Map<String, List<ReportSource>>> findReports(String series, TerritoryScope scope, List<Period> periods) {
        var first =
                periods.stream().map(Period::first).min(LocalDate::compareTo).orElseThrow();
        var last = periods.stream().map(Period::last).max(LocalDate::compareTo).orElseThrow();
        var parameters = Tuple.tuple()
                .addValue(scope.places().stream()
                        .map(TerritoryScope.ScopeTerritory::territory)
                        .toArray(String[]::new))
                .addValue(scope.places().stream()
                        .map(TerritoryScope.ScopeTerritory::position)
                        .toArray(Long[]::new))
                .addValue(series)
                .addValue(first)
                .addValue(last);
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(SELECT).execute(parameters)))
                .map(rows -> {
                    Map<String, List<ReportSource>> byTerritory = new HashMap<>();
                    rows.forEach(row -> byTerritory
                            .computeIfAbsent(row.getString("territory"), _ -> new ArrayList<>())
                            .add(source(row)));
                    return byTerritory;
                });
    }

    private static ReportSource source(Row row) {
        var period = new Period(row.getString("period"), row.getLocalDate("first"), row.getLocalDate("last"));
        var reportedValue = new ReportedValue(
                period,
                Optional.ofNullable(row.getBigDecimal("value")),
                row.getString("unit"),
                row.getBoolean("provisional"),
                row.getLong("revision"));
        return new ReportSource(
                reportedValue,
                row.getLong("known_from"),
                new EventKey(row.getString("source"), row.getString("id")),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
