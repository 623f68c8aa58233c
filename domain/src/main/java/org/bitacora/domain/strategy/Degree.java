package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** To what degree: a number, or the reason why there is none. Never capped. */
public record Degree(Optional<BigDecimal> number, Optional<Reason> reason) {

    /** Why there is none. */
    public enum Reason {
        /** The measure has no value in the period. */
        NO_VALUE,
        /** Nobody set a target for the period. */
        NO_TARGET,
        /** Nothing can be compared with a target of zero by division. */
        ZERO_TARGET,
        /** The target does not say where the measure starts. */
        NO_BASELINE,
        /** The target is where the measure starts: there is no way to go. */
        TARGET_IS_BASELINE,
        /** The plan has only begun. */
        NO_TIME_ELAPSED;

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Degree of(BigDecimal dividend, BigDecimal divisor) {
        return new Degree(Optional.of(dividend.divide(divisor, MathContext.DECIMAL64)), Optional.empty());
    }

    static Degree none(Reason reason) {
        return new Degree(Optional.empty(), Optional.of(reason));
    }
}
