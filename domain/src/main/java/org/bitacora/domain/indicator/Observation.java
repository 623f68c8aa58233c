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
public record Observation(Period period, Value value, long unplaced, Optional<Breakdown> breakdown) {

    /**
     * The parts of a value. What belongs to several parts is counted in each, so parts are never made to add to the
     * total: the surplus is said instead.
     *
     * @param by what it is broken down by: one grouping, or two
     * @param distinctTotal the value itself, everything once
     * @param sumOfParts what the parts add to; empty where parts cannot be added, as those of a ratio
     * @param inSeveral how many are in more than one part
     * @param unclassified how many are in none
     * @param unplaced how many may belong to one part or another, because their dates only overlap it
     * @param parts the parts
     */
    public record Breakdown(
            List<Grouping> by,
            Value distinctTotal,
            Optional<BigDecimal> sumOfParts,
            long inSeveral,
            long unclassified,
            long unplaced,
            List<BreakdownPart> parts) {
        public Breakdown {
            by = List.copyOf(by);
            parts = List.copyOf(parts);
        }
    }

    /**
     * One part.
     *
     * @param members a category, kind, country, month …: one for each grouping
     * @param value its value
     * @param share of the distinct total, 0 to 1 with four decimals; empty where the total is zero or a ratio
     */
    public record BreakdownPart(List<String> members, Value value, Optional<BigDecimal> share) {
        public BreakdownPart {
            members = List.copyOf(members);
        }
    }
}
