package org.bitacora.application.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of observations: a value, or one part of its breakdown. Members that do not apply are empty texts
 * and null numbers.
 *
 * @param territory the code of the territory
 * @param indicator the code of the indicator
 * @param version the version of its definition
 * @param period the name of the period
 * @param by the dimensions of the breakdown. In the row of the value itself, the dimensions and the members are empty
 * @param member the first member of the part
 * @param label the label of the first member
 * @param member2 the second member of the part if the breakdown has two dimensions
 * @param label2 the label of the second member
 * @param value the value; null if {@code reason} is given
 * @param unit the unit of the indicator
 * @param share the share of the part in the distinct total
 * @param numerator the numerator of a ratio
 * @param denominator the denominator of a ratio
 * @param status the name of the status of the whole value
 * @param reason the name of the reason why there is no value
 * @param missing the series that the whole value lacks, in order
 * @param unplaced the number of activities that may or may not belong to the period
 * @param position the position of the log as of which the row is computed
 */
public record ObservationRow(
        String territory,
        String indicator,
        int version,
        String period,
        String by,
        String member,
        String label,
        String member2,
        String label2,
        @Nullable BigDecimal value,
        String unit,
        @Nullable BigDecimal share,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String status,
        String reason,
        List<String> missing,
        long unplaced,
        long position) {
    public ObservationRow {
        missing = List.copyOf(missing);
    }
}
