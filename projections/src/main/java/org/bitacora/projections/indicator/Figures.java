package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.Category;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Observation.Breakdown;
import org.bitacora.domain.indicator.Observation.Part;
import org.bitacora.domain.indicator.Period;

/** Computes figures from the versions: the one place where that is done. */
public final class Figures {

    private final Pool pool;

    /** Figures over the versions that the pool's connections see. */
    public Figures(Pool pool) {
        this.pool = pool;
    }

    /** The observations that answer a question, one for each of its periods, as known at a position. */
    public Uni<List<Observation>> observe(Question question, long position) {
        var query = FigureQuery.of(question, position);
        return UniHelper.toUni(pool.preparedQuery(query.sql()).execute(Tuple.wrap(query.values())))
                .map(rows -> observations(question, rows));
    }

    private static List<Observation> observations(Question question, RowSet<Row> rows) {
        Map<Integer, List<Row>> byPeriod = new HashMap<>();
        rows.forEach(row -> byPeriod.computeIfAbsent(row.getInteger("n"), _ -> new ArrayList<>())
                .add(row));
        var observations = new ArrayList<Observation>();
        for (int n = 0; n < question.periods().size(); n++) {
            observations.add(
                    observation(question.periods().get(n), question.by(), byPeriod.getOrDefault(n, List.of())));
        }
        return observations;
    }

    private static Observation observation(Period period, Optional<Grouping> by, List<Row> rows) {
        var whole = rows.getFirst();
        var value = whole.getBigDecimal("value");
        var parts = rows.subList(1, rows.size());
        return new Observation(
                period, value, whole.getLong("unplaced"), by.map(it -> breakdown(it, period, whole, parts)));
    }

    private static Breakdown breakdown(Grouping by, Period period, Row whole, List<Row> rows) {
        var total = whole.getBigDecimal("value");
        var values = new HashMap<String, BigDecimal>();
        rows.forEach(row -> values.put(row.getString("member"), row.getBigDecimal("value")));
        if (by == Grouping.MONTH) {
            period.months().forEach(month -> values.putIfAbsent(month.name(), BigDecimal.ZERO));
        }
        var parts = values.entrySet().stream()
                .sorted(order(by))
                .map(entry -> new Part(entry.getKey(), entry.getValue(), share(entry.getValue(), total)))
                .toList();
        var sum = values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long inNone = whole.getLong("in_none");
        boolean dated = by == Grouping.MONTH;
        return new Breakdown(
                by, total, sum, whole.getLong("in_several"), dated ? 0 : inNone, dated ? inNone : 0, parts);
    }

    private static Optional<BigDecimal> share(BigDecimal part, BigDecimal total) {
        return total.signum() == 0 ? Optional.empty() : Optional.of(part.divide(total, 4, RoundingMode.HALF_UP));
    }

    /** Categories as in Bahía's table, months in time, the rest by size. */
    private static Comparator<Map.Entry<String, BigDecimal>> order(Grouping by) {
        Comparator<Map.Entry<String, BigDecimal>> bySize = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return switch (by) {
            case MONTH -> Map.Entry.comparingByKey();
            case CATEGORY ->
                Comparator.comparing(entry -> Category.of(entry.getKey()).orElse(Category.EVENT_HOSTED));
            case KIND, COUNTRY -> bySize.thenComparing(Map.Entry.comparingByKey());
        };
    }
}
