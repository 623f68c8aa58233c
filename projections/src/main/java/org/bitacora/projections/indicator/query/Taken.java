package org.bitacora.projections.indicator.query;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Counted;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Tally;
import org.bitacora.domain.indicator.Value;

/** What a leaf has taken of the rows that it was shown. */
final class Taken {

    private final boolean isDistinct;
    private final boolean isOther;
    private final Set<String> things = new HashSet<>();
    private final Set<String> unplaced = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private long stated;

    Taken(Leaf leaf) {
        this.isDistinct = leaf.adding() == Leaf.Adding.DISTINCT;
        this.isOther = leaf.measure() instanceof Measure.Count count
                && (count.counted() == Counted.COUNTRIES || count.counted() == Counted.DIMENSIONS);
    }

    /** Takes one more. */
    void take(Seen row) {
        if (isDistinct) {
            thing(isOther ? row.other() : row.thing(), row);
        } else {
            sum = sum.add(row.sum());
            stated += row.stated();
            unplaced.addAll(row.unplaced());
            missing.addAll(row.missing());
        }
    }

    private void thing(String thing, Seen row) {
        if (!thing.isEmpty()) {
            if (row.isPlaced()) {
                things.add(thing);
            }
            unplaced.addAll(row.unplaced());
        }
    }

    /** What it came to. */
    Tally tally() {
        var value = isDistinct ? Value.of(BigDecimal.valueOf(things.size())) : Tallies.value(sum, stated, missing);
        return new Tally(value, unplaced.size(), 0, 0, Map.of());
    }
}
