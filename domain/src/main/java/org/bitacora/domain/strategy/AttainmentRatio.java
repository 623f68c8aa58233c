package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** To what degree: a number, or the reason why there is none. Never capped. */
public record AttainmentRatio(Optional<BigDecimal> number, Optional<MissingRatioReason> reason) {

    /** Why there is none. */
    public enum MissingRatioReason {
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

    static AttainmentRatio of(BigDecimal dividend, BigDecimal divisor) {
        return new AttainmentRatio(Optional.of(dividend.divide(divisor, MathContext.DECIMAL64)), Optional.empty());
    }

    static AttainmentRatio unavailable(MissingRatioReason missingRatioReason) {
        return new AttainmentRatio(Optional.empty(), Optional.of(missingRatioReason));
    }
}
