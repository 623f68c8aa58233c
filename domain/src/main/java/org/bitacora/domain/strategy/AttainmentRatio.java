package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** A ratio of attainment: a number, or the reason why there is none. The number is not capped. */
public record AttainmentRatio(Optional<BigDecimal> number, Optional<MissingRatioReason> reason) {

    /** The reason why there is no number. */
    public enum MissingRatioReason {
        /** The measure has no value in the period. */
        NO_VALUE,
        /** No target is set for the period. */
        NO_TARGET,
        /** The target is zero, so that division is impossible. */
        ZERO_TARGET,
        /** The target has no baseline. */
        NO_BASELINE,
        /** The target equals the baseline, so that there is no distance to cover. */
        TARGET_IS_BASELINE,
        /** No time of the plan has elapsed. */
        NO_TIME_ELAPSED;

        /** The name that the contract uses for this reason. */
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
