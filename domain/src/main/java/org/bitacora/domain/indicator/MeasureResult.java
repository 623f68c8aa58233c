package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Map;

/**
 * The result of one simple measure in a period, overall and by part.
 *
 * @param overall the overall value, in which everything is counted once
 * @param unplaced the number of activities that may or may not belong to the period
 * @param inSeveral the number of items in more than one part
 * @param inNone the number of items in no part
 * @param parts the value of each part, by its members, one for each grouping
 */
public record MeasureResult(Value overall, long unplaced, long inSeveral, long inNone, Map<List<String>, Value> parts) {
    public MeasureResult {
        parts = Map.copyOf(parts);
    }

    /** A result without parts. */
    public static MeasureResult overall(Value value) {
        return new MeasureResult(value, 0, 0, 0, Map.of());
    }
}
