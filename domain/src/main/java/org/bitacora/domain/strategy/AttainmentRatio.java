package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/**
 * The attainment, progress or pace of a value: a number, or the reason why there is none. The number is not
 * capped.
 */
public sealed interface AttainmentRatio {

    /** A number. */
    record ComputedAttainmentRatio(BigDecimal quotient) implements AttainmentRatio {
        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(quotient);
        }
    }

    /** A missing number with its reason. */
    record UnavailableAttainmentRatio(MissingRatioReason cause) implements AttainmentRatio {
        @Override
        public Optional<MissingRatioReason> reason() {
            return Optional.of(cause);
        }
    }

    /** The reason why there is no number. */
    enum MissingRatioReason {
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

    /** The number; empty if there is a reason instead. */
    default Optional<BigDecimal> number() {
        return Optional.empty();
    }

    /** The reason why there is no number; empty if there is a number. */
    default Optional<MissingRatioReason> reason() {
        return Optional.empty();
    }

    static AttainmentRatio of(BigDecimal dividend, BigDecimal divisor) {
        return new ComputedAttainmentRatio(dividend.divide(divisor, MathContext.DECIMAL64));
    }

    static AttainmentRatio unavailable(MissingRatioReason missingRatioReason) {
        return new UnavailableAttainmentRatio(missingRatioReason);
    }
}
