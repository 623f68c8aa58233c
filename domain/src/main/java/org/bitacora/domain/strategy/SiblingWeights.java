package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The relative weights of siblings: equal if no weight is stated, and otherwise the stated weights. */
final class SiblingWeights {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SiblingWeights() {}

    /**
     * The weights as fractions of 1; empty if only some weights are stated, or if the stated weights do not add up to
     * 100.
     */
    static Optional<List<BigDecimal>> fractions(List<Optional<BigDecimal>> stated) {
        if (stated.stream().allMatch(Optional::isEmpty)) {
            return Optional.of(stated.isEmpty() ? List.of() : Collections.nCopies(stated.size(), equal(stated.size())));
        }
        if (stated.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var weights = stated.stream().map(Optional::orElseThrow).toList();
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(HUNDRED) == 0
                ? Optional.of(weights.stream()
                        .map(it -> it.divide(HUNDRED, MathContext.DECIMAL64))
                        .toList())
                : Optional.empty();
    }

    private static BigDecimal equal(int siblings) {
        return BigDecimal.ONE.divide(BigDecimal.valueOf(siblings), MathContext.DECIMAL64);
    }
}
