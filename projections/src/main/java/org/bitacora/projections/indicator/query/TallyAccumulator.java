package org.bitacora.projections.indicator.query;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.MeasureResult;
import org.bitacora.domain.indicator.Value;

/** Accumulates the rows of one cell to the result of a measure query. */
final class TallyAccumulator {

    private final boolean isDistinct;
    private final boolean usesSecondaryKey;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> unplaced = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private long stated;

    TallyAccumulator(MeasureQuery measureQuery) {
        this.isDistinct = measureQuery.aggregation() == MeasureQuery.RowAggregation.DISTINCT;
        this.usesSecondaryKey = measureQuery.measure() instanceof Measure.Count count
                && (count.counted() == CountedEntity.COUNTRIES || count.counted() == CountedEntity.DIMENSIONS);
    }

    /** Adds a row. */
    void add(SharedRow row) {
        if (isDistinct) {
            addKey(usesSecondaryKey ? row.secondaryKey() : row.key(), row);
        } else {
            sum = sum.add(row.sum());
            stated += row.stated();
            unplaced.addAll(row.unplaced());
            missing.addAll(row.missing());
        }
    }

    private void addKey(String key, SharedRow row) {
        if (!key.isEmpty()) {
            if (row.isPlaced()) {
                keys.add(key);
            }
            unplaced.addAll(row.unplaced());
        }
    }

    /** Returns the result of the added rows. */
    MeasureResult tally() {
        var value = isDistinct
                ? Value.of(BigDecimal.valueOf(keys.size()))
                : DatabaseTallySource.value(sum, stated, missing);
        return new MeasureResult(value, unplaced.size(), 0, 0, Map.of());
    }
}
