package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.Degree.Reason;

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
        Degree attainment,
        Degree progress,
        Degree pace,
        Status status,
        Optional<BigDecimal> score) {

    /** The bands of those who set none: reached is green, and four fifths of it amber. */
    private static final Bands PROGRESS = Bands.rising(Bands.On.PROGRESS, "0.8", "1");

    private static final Bands RISING = Bands.rising(Bands.On.ATTAINMENT, "0.8", "1");
    private static final Bands FALLING = Bands.falling(Bands.On.ATTAINMENT, "1", "1.2");

    /**
     * In which time a value is looked at.
     *
     * @param period the period of the value
     * @param plan the years of the plan
     * @param today the last day that anything is known of
     */
    public record When(Period period, Period plan, LocalDate today) {
        LocalDate reached() {
            return today.isBefore(period.last()) ? today : period.last();
        }
    }

    /** A value without a target. */
    static Attainment untargeted(Optional<BigDecimal> value) {
        var none = Degree.none(value.isPresent() ? Reason.NO_TARGET : Reason.NO_VALUE);
        return new Attainment(
                value,
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                none,
                value.isPresent() ? Status.NO_TARGET : Status.NO_VALUE,
                Optional.empty());
    }

    /**
     * What a value is beside its target.
     *
     * @param usual which way is better where the target does not say
     */
    public static Attainment of(Optional<BigDecimal> value, Target target, Direction usual, When when) {
        var wanted = target.in(when.period(), when.plan());
        if (value.isEmpty() || wanted.isEmpty()) {
            var untargeted = untargeted(value);
            var pace = value.map(it -> pace(it, target, when)).orElse(untargeted.pace());
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
        return compared(value.get(), wanted.get(), target, target.direction().orElse(usual), when);
    }

    private static Attainment compared(
            BigDecimal value, BigDecimal wanted, Target target, Direction direction, When when) {
        boolean achieved = isAchieved(value, wanted, target, direction);
        var attainment = wanted.signum() == 0 ? Degree.none(Reason.ZERO_TARGET) : Degree.of(value, wanted);
        var progress = progress(value, wanted, target);
        var judged = judged(value, achieved, attainment, progress, target, direction);
        return new Attainment(
                Optional.of(value),
                Optional.of(wanted),
                Optional.of(achieved),
                attainment,
                progress,
                pace(value, target, when),
                judged.status(),
                Optional.of(judged.score()));
    }

    private static boolean isAchieved(BigDecimal value, BigDecimal wanted, Target target, Direction direction) {
        return switch (direction) {
            case INCREASE -> value.compareTo(wanted) >= 0;
            case DECREASE -> value.compareTo(wanted) <= 0;
            case MAINTAIN -> value.subtract(wanted).abs().compareTo(target.tolerance()) <= 0;
        };
    }

    private static Degree progress(BigDecimal value, BigDecimal wanted, Target target) {
        if (target.baseline().isEmpty()) {
            return Degree.none(Reason.NO_BASELINE);
        }
        var start = target.baseline().get().value();
        return wanted.compareTo(start) == 0
                ? Degree.none(Reason.TARGET_IS_BASELINE)
                : Degree.of(value.subtract(start), wanted.subtract(start));
    }

    /** How far towards the end, over how much of the time from the baseline to the end has passed. */
    private static Degree pace(BigDecimal value, Target target, When when) {
        var end = target.end();
        if (end.isEmpty()) {
            return Degree.none(Reason.NO_TARGET);
        }
        var progress = progress(value, end.get(), target);
        if (progress.number().isEmpty()) {
            return progress;
        }
        var start = target.baseline().orElseThrow().period().last();
        long passed = ChronoUnit.DAYS.between(start, when.reached());
        long all = ChronoUnit.DAYS.between(start, when.plan().last());
        return passed <= 0 || all <= 0
                ? Degree.none(Reason.NO_TIME_ELAPSED)
                : Degree.of(progress.number().get().multiply(BigDecimal.valueOf(all)), BigDecimal.valueOf(passed));
    }

    private record Judged(Status status, BigDecimal score) {}

    /** By the target's own bands, where what they look at is known; else by the usual ones; else by yes or no. */
    private static Judged judged(
            BigDecimal value,
            boolean achieved,
            Degree attainment,
            Degree progress,
            Target target,
            Direction direction) {
        if (direction == Direction.MAINTAIN && target.bands().isEmpty()) {
            return maintained(achieved, attainment);
        }
        var bands = target.bands().orElseGet(() -> usual(progress, direction));
        var looked =
                switch (bands.on()) {
                    case ATTAINMENT -> attainment.number();
                    case PROGRESS -> progress.number();
                    case VALUE -> Optional.of(value);
                };
        return looked.map(it -> new Judged(bands.of(it), score(bands, it, direction)))
                .orElseGet(() -> yesOrNo(achieved));
    }

    private static Bands usual(Degree progress, Direction direction) {
        if (progress.number().isPresent()) {
            return PROGRESS;
        }
        return direction == Direction.DECREASE ? FALLING : RISING;
    }

    private static Judged yesOrNo(boolean achieved) {
        var status = achieved ? Status.GREEN : Status.RED;
        return new Judged(status, Score.of(status, BigDecimal.ZERO));
    }

    /** Off by a tenth is amber. */
    private static Judged maintained(boolean achieved, Degree attainment) {
        if (achieved || attainment.number().isEmpty()) {
            return yesOrNo(achieved);
        }
        var off = attainment.number().get().subtract(BigDecimal.ONE).abs();
        var status = off.compareTo(new BigDecimal("0.1")) <= 0 ? Status.AMBER : Status.RED;
        return new Judged(status, Score.of(status, BigDecimal.ONE.subtract(off)));
    }

    private static BigDecimal score(Bands bands, BigDecimal number, Direction direction) {
        var status = bands.of(number);
        return switch (bands.on()) {
            case PROGRESS -> Score.of(status, number);
            case ATTAINMENT ->
                Score.of(status, direction == Direction.DECREASE ? BigDecimal.TWO.subtract(number) : number);
            case VALUE -> Score.of(status);
        };
    }
}
