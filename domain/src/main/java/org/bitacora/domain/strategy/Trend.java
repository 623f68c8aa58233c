package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;

/** The trend of a value compared with the preceding period of the same length. */
public enum Trend {
    IMPROVING,
    STEADY,
    WORSENING,
    /** The current value or the previous one is unknown. */
    UNKNOWN,
    /** The definition changed between the two periods. */
    BROKEN;

    /** The name that the contract uses for this trend. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is an evaluation: improving, steady or worsening. */
    public boolean isKnown() {
        return compareTo(WORSENING) <= 0;
    }

    /**
     * The combined trend: the trend of the majority; steady if improving and worsening balance, unknown if no trend is
     * known.
     */
    static Trend combine(Collection<Trend> trends) {
        if (trends.stream().noneMatch(Trend::isKnown)) {
            return UNKNOWN;
        }
        return of(Collections.frequency(trends, IMPROVING) - Collections.frequency(trends, WORSENING));
    }

    /**
     * The trend from one value to another.
     *
     * @param target the value to be maintained; empty if none is set
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
