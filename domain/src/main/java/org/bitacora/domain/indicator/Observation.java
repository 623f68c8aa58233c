package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure: the value of an indicator for a territory in a period.
 *
 * @param period which period
 * @param value the value, in the unit of the definition
 * @param unplaced activities that may or may not belong to the period, because their dates only overlap it
 * @param breakdown the value by its parts, where that was asked for
 */
public record Observation(Period period, BigDecimal value, long unplaced, Optional<Breakdown> breakdown) {

    /**
     * The parts of a value. What belongs to several parts is counted in each, so parts are never made to add to the
     * total: the surplus is said instead.
     *
     * @param by what it is broken down by
     * @param distinctTotal the value itself, everything once
     * @param sumOfParts what the parts add to
     * @param inSeveral how many activities are in more than one part
     * @param unclassified how many are in none
     * @param unplaced how many may belong to one part or another, because their dates only overlap it
     * @param parts the parts
     */
    public record Breakdown(
            Grouping by,
            BigDecimal distinctTotal,
            BigDecimal sumOfParts,
            long inSeveral,
            long unclassified,
            long unplaced,
            List<Part> parts) {
        public Breakdown {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One part.
     *
     * @param member a category, kind, country or month
     * @param value its value
     * @param share of the distinct total, 0 to 1 with four decimals; empty where the total is zero
     */
    public record Part(String member, BigDecimal value, Optional<BigDecimal> share) {}
}
