package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Map;

/**
 * What one simple measure comes to in a period, whole and by its parts.
 *
 * @param overall everything once
 * @param unplaced activities that may or may not belong to the period
 * @param inSeveral how many are in more than one part
 * @param inNone how many are in none
 * @param parts the value of each part, by the members that name it, one for each grouping
 */
public record MeasureResult(Value overall, long unplaced, long inSeveral, long inNone, Map<List<String>, Value> parts) {
    public MeasureResult {
        parts = Map.copyOf(parts);
    }

    /** A value that has no parts. */
    public static MeasureResult overall(Value value) {
        return new MeasureResult(value, 0, 0, 0, Map.of());
    }
}
