package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The value of an indicator for a territory in a period.
 *
 * @param period the period
 * @param value the value, in the unit of the definition
 * @param unplaced the number of activities that may or may not belong to the period, because their dates only overlap
 *     it
 * @param breakdown the breakdown of the value, if it was requested
 */
public record Observation(Period period, Value value, long unplaced, Optional<Breakdown> breakdown) {

    /**
     * The parts of a value. An item that belongs to several parts is counted in each of them. The parts are not
     * adjusted to add up to the total; the surplus is stated instead.
     *
     * @param by the groupings, one or two
     * @param distinctTotal the overall value, in which everything is counted once
     * @param sumOfParts the sum of the parts; empty if parts cannot be added, such as those of a ratio
     * @param inSeveral the number of items in more than one part
     * @param unclassified the number of items in no part
     * @param unplaced the number of items that may belong to one part or another, because their dates only overlap it
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
     * One part of a breakdown.
     *
     * @param members the category, kind, country, month and so on, one for each grouping
     * @param value the value of the part
     * @param share the share of the distinct total, from 0 to 1 with four decimals; empty if the total is zero or a
     *     ratio
     */
    public record BreakdownPart(List<String> members, Value value, Optional<BigDecimal> share) {
        public BreakdownPart {
            members = List.copyOf(members);
        }
    }
}
