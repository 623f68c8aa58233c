package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;

/** Where something goes, compared with the period of the same length before. */
public enum Trend {
    IMPROVING,
    STEADY,
    WORSENING,
    /** Nobody knows: there is no value, or none before. */
    UNKNOWN,
    /** What was measured before was something else. */
    BROKEN;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says where something goes. */
    public boolean isKnown() {
        return compareTo(WORSENING) <= 0;
    }

    /** Where several go together: where more of them go; steady where as many go either way, unknown where none is known. */
    static Trend combine(Collection<Trend> trends) {
        if (trends.stream().noneMatch(Trend::isKnown)) {
            return UNKNOWN;
        }
        return of(Collections.frequency(trends, IMPROVING) - Collections.frequency(trends, WORSENING));
    }

    /**
     * From one value to another, the right way or not.
     *
     * @param target what should be kept, where it should; empty where nobody said that
     */
    static Trend of(
            Optional<BigDecimal> before, Optional<BigDecimal> now, Direction direction, Optional<BigDecimal> target) {
        if (before.isEmpty() || now.isEmpty()) {
            return UNKNOWN;
        }
        return switch (direction) {
            case INCREASE -> of(now.get().compareTo(before.get()));
            case DECREASE -> of(before.get().compareTo(now.get()));
            case MAINTAIN ->
                target.map(it -> of(distance(before.get(), it).compareTo(distance(now.get(), it))))
                        .orElse(UNKNOWN);
        };
    }

    private static BigDecimal distance(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs();
    }

    private static Trend of(int better) {
        return better == 0 ? STEADY : better > 0 ? IMPROVING : WORSENING;
    }
}
