package org.bitacora.projections.indicator.query;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.MeasureResult;
import org.bitacora.domain.indicator.Value;

/** What a leaf has taken of the rows that it was shown. */
final class TallyAccumulator {

    private final boolean isDistinct;
    private final boolean isOther;
    private final Set<String> things = new HashSet<>();
    private final Set<String> unplaced = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private long stated;

    TallyAccumulator(MeasureQuery measureQuery) {
        this.isDistinct = measureQuery.aggregation() == MeasureQuery.RowAggregation.DISTINCT;
        this.isOther = measureQuery.measure() instanceof Measure.Count count
                && (count.counted() == CountedEntity.COUNTRIES || count.counted() == CountedEntity.DIMENSIONS);
    }

    /** Takes one more. */
    void add(SharedRow row) {
        if (isDistinct) {
            addKey(isOther ? row.secondaryKey() : row.key(), row);
        } else {
            sum = sum.add(row.sum());
            stated += row.stated();
            unplaced.addAll(row.unplaced());
            missing.addAll(row.missing());
        }
    }

    private void addKey(String thing, SharedRow row) {
        if (!thing.isEmpty()) {
            if (row.isPlaced()) {
                things.add(thing);
            }
            unplaced.addAll(row.unplaced());
        }
    }

    /** What it came to. */
    MeasureResult tally() {
        var value = isDistinct
                ? Value.of(BigDecimal.valueOf(things.size()))
                : DatabaseTallySource.value(sum, stated, missing);
        return new MeasureResult(value, unplaced.size(), 0, 0, Map.of());
    }
}
