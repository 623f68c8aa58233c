package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.AttainmentRatio.MissingRatioReason;

/**
 * A value compared with its target. The cuaderno asks whether an objective was met, and to what degree (Belo Horizonte,
 * line 2262).
 */
public sealed interface Attainment {

    /** The attainment of an unknown value. */
    record UnknownAttainment(Optional<BigDecimal> target) implements Attainment {
        @Override
        public AttainmentRatio attainment() {
            return AttainmentRatio.unavailable(MissingRatioReason.NO_VALUE);
        }

        @Override
        public AttainmentRatio pace() {
            return attainment();
        }

        @Override
        public AttainmentStatus status() {
            return AttainmentStatus.NO_VALUE;
        }
    }

    /**
     * The attainment of a value in a period without a target.
     *
     * @param pace the progress towards the end of the plan, which may have a target nevertheless
     */
    record UntargetedAttainment(BigDecimal measured, AttainmentRatio pace) implements Attainment {
        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(measured);
        }

        @Override
        public AttainmentRatio attainment() {
            return AttainmentRatio.unavailable(MissingRatioReason.NO_TARGET);
        }

        @Override
        public AttainmentStatus status() {
            return AttainmentStatus.NO_TARGET;
        }
    }

    /**
     * The attainment of a value with a target.
     *
     * @param points the score in a mean, from 0 to 100
     */
    record ComparedAttainment(
            BigDecimal measured,
            BigDecimal wanted,
            boolean isAchieved,
            AttainmentRatio attainment,
            AttainmentRatio progress,
            AttainmentRatio pace,
            AttainmentStatus status,
            BigDecimal points)
            implements Attainment {
        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(measured);
        }

        @Override
        public Optional<BigDecimal> target() {
            return Optional.of(wanted);
        }

        @Override
        public Optional<Boolean> achieved() {
            return Optional.of(isAchieved);
        }

        @Override
        public Optional<BigDecimal> score() {
            return Optional.of(points);
        }

        @Override
        public Optional<BigDecimal> gap() {
            return isAchieved ? Optional.empty() : Optional.of(wanted.subtract(measured));
        }
    }

    /** The value of the measure; empty if it is unknown. */
    default Optional<BigDecimal> value() {
        return Optional.empty();
    }

    /** The target value of the period; empty if none is set. */
    default Optional<BigDecimal> target() {
        return Optional.empty();
    }

    /** Whether the target was achieved; empty if the value or the target is unknown. */
    default Optional<Boolean> achieved() {
        return Optional.empty();
    }

    /** The attainment: value / target. */
    AttainmentRatio attainment();

    /** The progress: (value - baseline) / (target - baseline). */
    default AttainmentRatio progress() {
        return attainment();
    }

    /**
     * The pace: the progress towards the final target, divided by the elapsed share of the time of the
     * plan.
     */
    AttainmentRatio pace();

    /** The resulting status. */
    AttainmentStatus status();

    /** The score in a mean, from 0 to 100; empty if the status is unknown. */
    default Optional<BigDecimal> score() {
        return Optional.empty();
    }

    /**
     * The gap: target - value; empty if the target was achieved, or if the value or the target is unknown.
     */
    default Optional<BigDecimal> gap() {
        return Optional.empty();
    }

    /**
     * The times that the evaluation of a value depends on.
     *
     * @param period the period of the value
     * @param plan the years of the plan
     * @param today the last day with known data
     */
    record EvaluationTime(Period period, Period plan, LocalDate today) {
        LocalDate lastElapsedDay() {
            return today.isBefore(period.last()) ? today : period.last();
        }
    }

    /** The attainment of a value without a target. */
    static Attainment withoutTarget(Optional<BigDecimal> value) {
        return value.<Attainment>map(
                        it -> new UntargetedAttainment(it, AttainmentRatio.unavailable(MissingRatioReason.NO_TARGET)))
                .orElseGet(() -> new UnknownAttainment(Optional.empty()));
    }

    /**
     * The attainment of a value with a target.
     *
     * @param usual the direction in which values improve if the target does not state one
     */
    static Attainment of(Optional<BigDecimal> value, Target target, Direction usual, EvaluationTime evaluationTime) {
        var wanted = target.valueFor(evaluationTime.period(), evaluationTime.plan());
        if (value.isEmpty()) {
            return new UnknownAttainment(wanted);
        }
        var pace = pace(value.get(), target, evaluationTime);
        if (wanted.isEmpty()) {
            return new UntargetedAttainment(value.get(), pace);
        }
        return compareWithTarget(
                new TargetComparison(
                        value.get(), wanted.get(), target, target.direction().orElse(usual)),
                pace);
    }

    private static Attainment compareWithTarget(TargetComparison compared, AttainmentRatio pace) {
        var comparisonResult = compared.judge();
        return new ComparedAttainment(
                compared.value(),
                compared.targetValue(),
                compared.isAchieved(),
                compared.attainment(),
                compared.progress(),
                pace,
                comparisonResult.status(),
                comparisonResult.score());
    }

    /** The progress towards the final target, divided by the elapsed share of the time from the baseline to the end. */
    private static AttainmentRatio pace(BigDecimal value, Target target, EvaluationTime evaluationTime) {
        var end = target.endValue();
        if (end.isEmpty()) {
            return AttainmentRatio.unavailable(MissingRatioReason.NO_TARGET);
        }
        var progress = new TargetComparison(value, end.get(), target, Direction.INCREASE).progress();
        if (progress.number().isEmpty()) {
            return progress;
        }
        var start = target.baseline().orElseThrow().period().last();
        long passed = ChronoUnit.DAYS.between(start, evaluationTime.lastElapsedDay());
        long all = ChronoUnit.DAYS.between(start, evaluationTime.plan().last());
        return passed <= 0 || all <= 0
                ? AttainmentRatio.unavailable(MissingRatioReason.NO_TIME_ELAPSED)
                : AttainmentRatio.of(
                        progress.number().get().multiply(BigDecimal.valueOf(all)), BigDecimal.valueOf(passed));
    }
}
