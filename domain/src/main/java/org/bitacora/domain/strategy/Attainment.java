package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.AttainmentRatio.MissingRatioReason;

/**
 * What a value is beside its target: the cuaderno asks whether an objective was met, and to what degree (Belo Horizonte,
 * line 2262).
 *
 * @param value what the measure came to; empty where nobody knows
 * @param target what it should come to in the period; empty where nobody set that
 * @param achieved whether it did; empty where one of the two is
 * @param attainment value / target
 * @param progress (value - baseline) / (target - baseline)
 * @param pace the progress towards the end of the plan, over the part of its time that has passed
 * @param status what that means
 * @param score from 0 to 100, for means; empty where the status is not known
 */
public record Attainment(
        Optional<BigDecimal> value,
        Optional<BigDecimal> target,
        Optional<Boolean> achieved,
        AttainmentRatio attainment,
        AttainmentRatio progress,
        AttainmentRatio pace,
        AttainmentStatus status,
        Optional<BigDecimal> score) {

    /**
     * In which time a value is looked at.
     *
     * @param period the period of the value
     * @param plan the years of the plan
     * @param today the last day that anything is known of
     */
    public record EvaluationTime(Period period, Period plan, LocalDate today) {
        LocalDate lastElapsedDay() {
            return today.isBefore(period.last()) ? today : period.last();
        }
    }

    /** A value without a target. */
    static Attainment withoutTarget(Optional<BigDecimal> value) {
        var none = AttainmentRatio.unavailable(
                value.isPresent() ? MissingRatioReason.NO_TARGET : MissingRatioReason.NO_VALUE);
        return new Attainment(
                value,
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                none,
                value.isPresent() ? AttainmentStatus.NO_TARGET : AttainmentStatus.NO_VALUE,
                Optional.empty());
    }

    /**
     * What a value is beside its target.
     *
     * @param usual which way is better where the target does not say
     */
    public static Attainment of(
            Optional<BigDecimal> value, Target target, Direction usual, EvaluationTime evaluationTime) {
        var wanted = target.valueFor(evaluationTime.period(), evaluationTime.plan());
        if (value.isEmpty() || wanted.isEmpty()) {
            var untargeted = withoutTarget(value);
            var pace = value.map(it -> pace(it, target, evaluationTime)).orElse(untargeted.pace());
            return new Attainment(
                    value,
                    wanted,
                    Optional.empty(),
                    untargeted.attainment(),
                    untargeted.progress(),
                    pace,
                    untargeted.status(),
                    Optional.empty());
        }
        return compareWithTarget(
                value.get(), wanted.get(), target, target.direction().orElse(usual), evaluationTime);
    }

    private static Attainment compareWithTarget(
            BigDecimal value, BigDecimal wanted, Target target, Direction direction, EvaluationTime evaluationTime) {
        var compared = new TargetComparison(value, wanted, target, direction);
        var comparisonResult = compared.judge();
        return new Attainment(
                Optional.of(value),
                Optional.of(wanted),
                Optional.of(compared.isAchieved()),
                compared.attainment(),
                compared.progress(),
                pace(value, target, evaluationTime),
                comparisonResult.status(),
                Optional.of(comparisonResult.score()));
    }

    /** What is missing to the target: target - value; empty where it was achieved, or nobody knows. */
    public Optional<BigDecimal> gap() {
        return achieved.filter(it -> !it).flatMap(_ -> target.map(it -> it.subtract(value.orElseThrow())));
    }

    /** How far towards the end, over how much of the time from the baseline to the end has passed. */
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
