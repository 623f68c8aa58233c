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
 *
 * @param value the value of the measure; empty if unknown
 * @param target the target for the period; empty if none is set
 * @param achieved whether the target was achieved; empty if the value or the target is empty
 * @param attainment value / target
 * @param progress (value - baseline) / (target - baseline)
 * @param pace the progress towards the end of the plan, divided by the elapsed share of its time
 * @param status the resulting status
 * @param score the score for means, from 0 to 100; empty if the status is unknown
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
     * The times that the evaluation of a value depends on.
     *
     * @param period the period of the value
     * @param plan the years of the plan
     * @param today the last day with known data
     */
    public record EvaluationTime(Period period, Period plan, LocalDate today) {
        LocalDate lastElapsedDay() {
            return today.isBefore(period.last()) ? today : period.last();
        }
    }

    /** The attainment of a value without a target. */
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
     * The attainment of a value with a target.
     *
     * @param defaultDirection the direction in which values improve if the target does not state one
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

    /**
     * The distance to the target, target - value; empty if the target was achieved or the value or the target is
     * unknown.
     */
    public Optional<BigDecimal> gap() {
        return achieved.filter(it -> !it).flatMap(_ -> target.map(it -> it.subtract(value.orElseThrow())));
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
