package org.bitacora.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Rounds by turns, so that what else the machine does meets both sides; medians after a warm-up. */
final class Rounds {

    private static final int WARM_UP = 1;
    private static final int COUNT = 3;

    private Rounds() {}

    /** The application beside its raw limit. */
    static Measured of(DoubleSupplier application, DoubleSupplier raw) {
        List<Double> values = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int i = 0; i < WARM_UP + COUNT; i++) {
            values.add(application.getAsDouble());
            limits.add(raw.getAsDouble());
            Progress.say("  %,.0f/s beside %,.0f/s", values.getLast(), limits.getLast());
        }
        return new Measured(median(values), median(limits));
    }

    /** Appends, which the projector follows; it has caught up before it would slow the raw side. */
    static Measured ofAppends(ClosedLoop load, RawLoad raw, Projection projection, Duration time) {
        return of(
                () -> {
                    double rate = load.perSecond(time);
                    projection.catchUp();
                    return rate;
                },
                () -> raw.perSecond(time));
    }

    /** The application alone. */
    static Measured of(String unit, DoubleSupplier application) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < WARM_UP + COUNT; i++) {
            values.add(application.getAsDouble());
            Progress.say("  %.2f %s", values.getLast(), unit);
        }
        return Measured.of(median(values));
    }

    private static double median(List<Double> rounds) {
        return Quantile.median(rounds.subList(WARM_UP, rounds.size()));
    }
}
