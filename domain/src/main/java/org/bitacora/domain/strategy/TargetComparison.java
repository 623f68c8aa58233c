package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.strategy.AttainmentRatio.MissingRatioReason;

/**
 * The comparison of a value with its target value: whether the target is achieved, the attainment, and the resulting
 * status.
 */
record TargetComparison(BigDecimal value, BigDecimal targetValue, Target target, Direction direction) {

    /** The default bands: amber from four fifths of the way. A reached target is always green. */
    private static final StatusThresholds PROGRESS =
            StatusThresholds.rising(StatusThresholds.ThresholdBasis.PROGRESS, "0.8", "1");

    private static final StatusThresholds RISING =
            StatusThresholds.rising(StatusThresholds.ThresholdBasis.ATTAINMENT, "0.8", "1");
    private static final StatusThresholds FALLING =
            StatusThresholds.falling(StatusThresholds.ThresholdBasis.ATTAINMENT, "1", "1.2");

    /** The largest relative deviation that counts as near, for a value to be maintained. */
    private static final BigDecimal NEAR = new BigDecimal("0.1");

    /** The status of a comparison and its score in a mean. */
    record ComparisonResult(AttainmentStatus status, BigDecimal score) {
        static ComparisonResult of(AttainmentStatus attainmentStatus, BigDecimal part) {
            return new ComparisonResult(attainmentStatus, StatusScores.scoreOf(attainmentStatus, part));
        }
    }

    boolean isAchieved() {
        return switch (direction) {
            case INCREASE -> value.compareTo(targetValue) >= 0;
            case DECREASE -> value.compareTo(targetValue) <= 0;
            case MAINTAIN -> value.subtract(targetValue).abs().compareTo(target.tolerance()) <= 0;
        };
    }

    AttainmentRatio attainment() {
        return targetValue.signum() == 0
                ? AttainmentRatio.unavailable(MissingRatioReason.ZERO_TARGET)
                : AttainmentRatio.of(value, targetValue);
    }

    AttainmentRatio progress() {
        if (target.baseline().isEmpty()) {
            return AttainmentRatio.unavailable(MissingRatioReason.NO_BASELINE);
        }
        var start = target.baseline().get().value();
        return targetValue.compareTo(start) == 0
                ? AttainmentRatio.unavailable(MissingRatioReason.TARGET_IS_BASELINE)
                : AttainmentRatio.of(value.subtract(start), targetValue.subtract(start));
    }

    /** Uses the target's own bands if the number to which they apply is known, and the default bands otherwise. */
    ComparisonResult judge() {
        return target.bands().map(this::judge).orElseGet(this::judgeByDefault);
    }

    private ComparisonResult judge(StatusThresholds statusThresholds) {
        return basisNumber(statusThresholds)
                .map(it -> judge(statusThresholds, statusThresholds.statusOf(it), it))
                .orElseGet(() -> isAchieved() ? reached() : missed());
    }

    private Optional<BigDecimal> basisNumber(StatusThresholds statusThresholds) {
        return switch (statusThresholds.basis()) {
            case ATTAINMENT -> attainment().number();
            case PROGRESS -> progress().number();
            case VALUE -> Optional.of(value);
        };
    }

    private ComparisonResult judge(
            StatusThresholds statusThresholds, AttainmentStatus attainmentStatus, BigDecimal number) {
        return switch (statusThresholds.basis()) {
            case PROGRESS -> ComparisonResult.of(attainmentStatus, number);
            case ATTAINMENT ->
                ComparisonResult.of(
                        attainmentStatus, direction == Direction.DECREASE ? BigDecimal.TWO.subtract(number) : number);
            case VALUE -> new ComparisonResult(attainmentStatus, StatusScores.scoreOf(attainmentStatus));
        };
    }

    private static ComparisonResult reached() {
        return ComparisonResult.of(AttainmentStatus.GREEN, BigDecimal.ONE);
    }

    private static ComparisonResult missed() {
        return ComparisonResult.of(AttainmentStatus.RED, BigDecimal.ZERO);
    }

    /** An achieved target is green. A missed target is amber if the value came near, and never green. */
    private ComparisonResult judgeByDefault() {
        if (isAchieved()) {
            return reached();
        }
        if (direction == Direction.MAINTAIN) {
            return attainment().number().map(this::judgeMaintained).orElseGet(TargetComparison::missed);
        }
        if (isTargetAnImprovement()) {
            return judgeApproach(PROGRESS, progress().number().orElseThrow());
        }
        return targetValue.signum() > 0
                ? judgeApproach(
                        direction == Direction.DECREASE ? FALLING : RISING,
                        attainment().number().orElseThrow())
                : missed();
    }

    /** A target that is worse than its baseline cannot be approached. */
    private boolean isTargetAnImprovement() {
        return target.baseline()
                .map(start -> targetValue.compareTo(start.value()))
                .filter(it -> direction == Direction.DECREASE ? it < 0 : it > 0)
                .isPresent();
    }

    private ComparisonResult judgeApproach(StatusThresholds statusThresholds, BigDecimal number) {
        var attainmentStatus = statusThresholds.statusOf(number);
        return judge(
                statusThresholds,
                attainmentStatus == AttainmentStatus.GREEN ? AttainmentStatus.AMBER : attainmentStatus,
                number);
    }

    private ComparisonResult judgeMaintained(BigDecimal number) {
        var off = number.subtract(BigDecimal.ONE).abs();
        return ComparisonResult.of(
                off.compareTo(NEAR) <= 0 ? AttainmentStatus.AMBER : AttainmentStatus.RED, BigDecimal.ONE.subtract(off));
    }
}
