package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.bitacora.domain.indicator.Definition.Direction;

/**
 * Where values stand among each other. What is alike has the same rank, and the next one counts all before it (1, 2, 2, 4).
 *
 * @param values the values, at least one, in any order
 * @param direction which way is better: where less is, the least comes first
 */
public record Ranking(List<BigDecimal> values, Direction direction) {

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** A ranking of one value at least. */
    public Ranking {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing to rank");
        }
        values = values.stream().sorted().toList();
    }

    /** The rank of one of them, 1 for the best. */
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
     * The value below which that many quarters lie, 0 to 4: between two values in proportion (Hyndman and Fan, "Sample
     * Quantiles in Statistical Packages", 1996, type 7, as spreadsheets have it); exact to {@link MathContext#DECIMAL64}.
     */
    public BigDecimal quartile(int quarters) {
        var place = BigDecimal.valueOf((long) (values.size() - 1) * quarters).divide(FOUR);
        int below = place.intValue();
        int above = Math.min(below + 1, values.size() - 1);
        var part = place.subtract(BigDecimal.valueOf(below));
        var low = values.get(below);
        return low.add(values.get(above).subtract(low).multiply(part)).round(MathContext.DECIMAL64);
    }

    /** In which quarter of the values one of them lies, 1 for the lowest to 4; on a border in the lower one. */
    public int quarter(BigDecimal value) {
        int quarter = 1;
        while (quarter < 4 && value.compareTo(quartile(quarter)) > 0) {
            quarter++;
        }
        return quarter;
    }
}
