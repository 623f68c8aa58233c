package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.strategy.Degree.Reason;

/** A value beside what it should come to: whether it does, to what degree, and what that means. */
record Comparison(BigDecimal value, BigDecimal wanted, Target target, Direction direction) {

    /** The bands of those who set none: four fifths of the way are amber; what was reached is green, whatever they say. */
    private static final Bands PROGRESS = Bands.rising(Bands.On.PROGRESS, "0.8", "1");

    private static final Bands RISING = Bands.rising(Bands.On.ATTAINMENT, "0.8", "1");
    private static final Bands FALLING = Bands.falling(Bands.On.ATTAINMENT, "1", "1.2");

    /** How far off is near, where something shall be maintained. */
    private static final BigDecimal NEAR = new BigDecimal("0.1");

    /** What a comparison means, and what that is worth in a mean. */
    record Judged(Status status, BigDecimal score) {
        static Judged of(Status status, BigDecimal part) {
            return new Judged(status, Score.of(status, part));
        }
    }

    boolean isAchieved() {
        return switch (direction) {
            case INCREASE -> value.compareTo(wanted) >= 0;
            case DECREASE -> value.compareTo(wanted) <= 0;
            case MAINTAIN -> value.subtract(wanted).abs().compareTo(target.tolerance()) <= 0;
        };
    }

    Degree attainment() {
        return wanted.signum() == 0 ? Degree.none(Reason.ZERO_TARGET) : Degree.of(value, wanted);
    }

    Degree progress() {
        if (target.baseline().isEmpty()) {
            return Degree.none(Reason.NO_BASELINE);
        }
        var start = target.baseline().get().value();
        return wanted.compareTo(start) == 0
                ? Degree.none(Reason.TARGET_IS_BASELINE)
                : Degree.of(value.subtract(start), wanted.subtract(start));
    }

    /** By the target's own bands, where what they look at is known; else by the usual ones. */
    Judged judged() {
        return target.bands().map(this::judged).orElseGet(this::usual);
    }

    private Judged judged(Bands bands) {
        return looked(bands)
                .map(it -> judged(bands, bands.of(it), it))
                .orElseGet(() -> isAchieved() ? reached() : missed());
    }

    private Optional<BigDecimal> looked(Bands bands) {
        return switch (bands.on()) {
            case ATTAINMENT -> attainment().number();
            case PROGRESS -> progress().number();
            case VALUE -> Optional.of(value);
        };
    }

    private Judged judged(Bands bands, Status status, BigDecimal number) {
        return switch (bands.on()) {
            case PROGRESS -> Judged.of(status, number);
            case ATTAINMENT ->
                Judged.of(status, direction == Direction.DECREASE ? BigDecimal.TWO.subtract(number) : number);
            case VALUE -> new Judged(status, Score.of(status));
        };
    }

    private static Judged reached() {
        return Judged.of(Status.GREEN, BigDecimal.ONE);
    }

    private static Judged missed() {
        return Judged.of(Status.RED, BigDecimal.ZERO);
    }

    /** What is achieved is green, whatever the way; what is not is amber where it came near, and never green. */
    private Judged usual() {
        if (isAchieved()) {
            return reached();
        }
        if (direction == Direction.MAINTAIN) {
            return attainment().number().map(this::kept).orElseGet(Comparison::missed);
        }
        if (leadsTheRightWay()) {
            return near(PROGRESS, progress().number().orElseThrow());
        }
        return wanted.signum() > 0
                ? near(
                        direction == Direction.DECREASE ? FALLING : RISING,
                        attainment().number().orElseThrow())
                : missed();
    }

    /** A target on the worse side of its baseline is not one to come nearer to. */
    private boolean leadsTheRightWay() {
        return target.baseline()
                .map(start -> wanted.compareTo(start.value()))
                .filter(it -> direction == Direction.DECREASE ? it < 0 : it > 0)
                .isPresent();
    }

    private Judged near(Bands bands, BigDecimal number) {
        var status = bands.of(number);
        return judged(bands, status == Status.GREEN ? Status.AMBER : status, number);
    }

    private Judged kept(BigDecimal number) {
        var off = number.subtract(BigDecimal.ONE).abs();
        return Judged.of(off.compareTo(NEAR) <= 0 ? Status.AMBER : Status.RED, BigDecimal.ONE.subtract(off));
    }
}
