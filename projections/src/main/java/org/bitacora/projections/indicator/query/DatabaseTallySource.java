package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.MeasureResult;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.indicator.Value.MissingValueReason;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.projections.indicator.TerritoryScope;

/** Computes the results of measures of activities, one statement for each measure. */
final class DatabaseTallySource implements TallySource {

    private static final int MAX_GROUPS = 250;

    private final Pool pool;

    DatabaseTallySource(Pool pool) {
        this.pool = pool;
    }

    /** Divides a large scope into parts that run on separate connections, because a statement runs on one core. */
    @Override
    public Uni<Map<TallyKey, MeasureResult>> tally(
            MeasureQuery measureQuery, TerritoryScope scope, List<Period> periods) {
        if (scope.places().size() <= MAX_GROUPS) {
            return runQuery(measureQuery, scope, periods);
        }
        var parts = scope.split(MAX_GROUPS).stream()
                .map(part -> runQuery(measureQuery, part, periods))
                .toList();
        return Uni.join().all(parts).andFailFast().map(DatabaseTallySource::merge);
    }

    private static Map<TallyKey, MeasureResult> merge(List<Map<TallyKey, MeasureResult>> parts) {
        Map<TallyKey, MeasureResult> all = new HashMap<>();
        parts.forEach(all::putAll);
        return all;
    }

    private Uni<Map<TallyKey, MeasureResult>> runQuery(
            MeasureQuery measureQuery, TerritoryScope scope, List<Period> periods) {
        return rows(TallyQuery.of(measureQuery, scope, periods)).map(DatabaseTallySource::tallies);
    }

    Uni<RowSet<Row>> rows(TallyQuery query) {
        return CallerContext.emitOnCallerContext(
                () -> UniHelper.toUni(pool.preparedQuery(query.sql()).execute(Tuple.wrap(query.values()))));
    }

    private static Map<TallyKey, MeasureResult> tallies(RowSet<Row> rows) {
        Map<TallyKey, List<Row>> byCell = new HashMap<>();
        rows.forEach(row -> byCell.computeIfAbsent(
                        new TallyKey(row.getString("group_code"), row.getInteger("period_number")),
                        _ -> new ArrayList<>())
                .add(row));
        var tallies = new HashMap<TallyKey, MeasureResult>();
        byCell.forEach((tallyKey, cellRows) -> tallies.put(tallyKey, tally(cellRows)));
        return tallies;
    }

    /** Converts the rows of a cell: the first is the overall value, the others are the parts. */
    private static MeasureResult tally(List<Row> rows) {
        var overall = rows.getFirst();
        Map<List<String>, Value> parts = new HashMap<>();
        rows.subList(1, rows.size()).forEach(row -> parts.put(members(row), value(row)));
        return new MeasureResult(
                value(overall),
                overall.getLong("unplaced"),
                overall.getLong("in_several"),
                overall.getLong("in_none"),
                parts);
    }

    private static List<String> members(Row row) {
        var second = row.getString("second_member");
        return second == null ? List.of(row.getString("member")) : List.of(row.getString("member"), second);
    }

    private static Value value(Row row) {
        var missing = row.getArrayOfStrings("missing");
        return value(row.getBigDecimal("value"), row.getLong("stated"), missing == null ? Set.of() : Set.of(missing));
    }

    /** Returns the value of a sum of {@code stated} amounts, with the series that are missing to convert other amounts. */
    static Value value(BigDecimal sum, long stated, Set<String> missing) {
        return !missing.isEmpty() && stated == 0
                ? Value.unavailable(MissingValueReason.NO_EXCHANGE_RATE, missing)
                : Value.of(sum).withMissingSeries(missing);
    }
}
