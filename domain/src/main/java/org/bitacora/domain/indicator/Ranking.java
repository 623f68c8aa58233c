package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.bitacora.domain.indicator.Definition.Direction;

/**
 * The ranking of values. Equal values have the same rank, and the next rank counts all values before it (1, 2, 2, 4).
 *
 * @param values the values, at least one, in any order
 * @param direction the direction in which values improve; for a decrease the lowest value is first
 */
public record Ranking(List<BigDecimal> values, Direction direction) {

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** Creates a ranking of at least one value. */
    public Ranking {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A ranking needs at least one value");
        }
        values = values.stream().sorted().toList();
    }

    /** The rank of one of the values; 1 is the best. */
    public int rank(BigDecimal value) {
        var better = direction == Direction.DECREASE
                ? Comparator.<BigDecimal>naturalOrder()
                : Comparator.<BigDecimal>reverseOrder();
        return 1
                + (int) values.stream()
                        .filter(it -> better.compare(it, value) < 0)
                        .count();
    }

    /**
     * The quartile with this number, from 0 to 4, by linear interpolation between two values (Hyndman and Fan, "Sample
     * Quantiles in Statistical Packages", 1996, type 7, as used by spreadsheets), with the precision of
     * {@link MathContext#DECIMAL64}.
     */
    public BigDecimal quartile(int quarters) {
        var index = BigDecimal.valueOf((long) (values.size() - 1) * quarters).divide(FOUR);
        int below = index.intValue();
        int above = Math.min(below + 1, values.size() - 1);
        var fraction = index.subtract(BigDecimal.valueOf(below));
        var low = values.get(below);
        return low.add(values.get(above).subtract(low).multiply(fraction)).round(MathContext.DECIMAL64);
    }

    /**
     * The quarter in which one of the values lies, from 1 (lowest) to 4. A value on a border belongs to the lower
     * quarter.
     */
    public int quarter(BigDecimal value) {
        int quarter = 1;
        while (quarter < 4 && value.compareTo(quartile(quarter)) > 0) {
            quarter++;
        }
        return quarter;
    }
}
