package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The combined result of several parts: a weighted mean of their scores, and what the mean alone hides.
 *
 * @param score the mean of the known scores, from 0 to 100; empty if too few are known
 * @param coverage the share of the weights that is known, from 0 to 1
 * @param status the status that corresponds to the mean; never green if a part is red
 * @param worst the worst of the measures below; empty if none is known
 * @param counts the number of measures below by status
 */
public record Rollup(
        Optional<BigDecimal> score,
        BigDecimal coverage,
        AttainmentStatus status,
        Optional<WorstMeasure> worst,
        Map<AttainmentStatus, Integer> counts) {

    private static final int DIGITS = 4;

    public Rollup {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** A measure with its status and score. */
    public record WorstMeasure(String measure, AttainmentStatus status, BigDecimal score) {}

    /** The rollup of a single measure. */
    static Rollup of(String measure, Attainment attainment) {
        var worst = attainment.score().map(score -> new WorstMeasure(measure, attainment.status(), score));
        return new Rollup(
                attainment.score(),
                attainment.score().isPresent() ? BigDecimal.ONE : BigDecimal.ZERO,
                attainment.status(),
                worst,
                new EnumMap<>(Map.of(attainment.status(), 1)));
    }

    /**
     * The rollup of siblings.
     *
     * @param weights the weights, as fractions of 1
     * @param minimum the share of the weights that must be known
     */
    static Rollup of(List<Rollup> siblings, List<BigDecimal> weights, BigDecimal minimum) {
        var sum = BigDecimal.ZERO;
        var known = BigDecimal.ZERO;
        var coverage = BigDecimal.ZERO;
        var counts = new EnumMap<AttainmentStatus, Integer>(AttainmentStatus.class);
        for (int i = 0; i < siblings.size(); i++) {
            var sibling = siblings.get(i);
            var weight = weights.get(i);
            coverage = coverage.add(weight.multiply(sibling.coverage));
            if (sibling.score.isPresent()) {
                sum = sum.add(weight.multiply(sibling.score.get()));
                known = known.add(weight);
            }
            sibling.counts.forEach((attainmentStatus, count) -> counts.merge(attainmentStatus, count, Integer::sum));
        }
        var rounded = coverage.setScale(DIGITS, RoundingMode.HALF_UP);
        var worst = siblings.stream()
                .flatMap(it -> it.worst.stream())
                .max(Comparator.comparing(WorstMeasure::status)
                        .thenComparing(WorstMeasure::score, Comparator.reverseOrder())
                        .thenComparing(WorstMeasure::measure, Comparator.reverseOrder()));
        if (known.signum() == 0 || rounded.compareTo(minimum) < 0) {
            return new Rollup(Optional.empty(), rounded, AttainmentStatus.INSUFFICIENT, worst, counts);
        }
        var mean = sum.divide(known, MathContext.DECIMAL64).setScale(DIGITS, RoundingMode.HALF_UP);
        return new Rollup(Optional.of(mean), rounded, status(mean, worst), worst, counts);
    }

    private static AttainmentStatus status(BigDecimal mean, Optional<WorstMeasure> worst) {
        var ofMean = StatusScores.statusOf(mean);
        boolean hidesRed =
                worst.filter(it -> it.status() == AttainmentStatus.RED).isPresent();
        return ofMean == AttainmentStatus.GREEN && hidesRed ? AttainmentStatus.AMBER : ofMean;
    }
}
