package org.bitacora.benchmarks.measurement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.raw.RawLoad;
import org.bitacora.benchmarks.testbed.Projection;

/** Rounds by turns, so that what else the machine does meets both sides; medians, after a warm-up that does not count. */
public final class Rounds {

    private static final int COUNT = 3;

    /** Until most of what is measured has been compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(9);

    private static final Duration RAW_WARM_UP = Duration.ofSeconds(1);

    private Rounds() {}

    /** How much is done in a second, over some time. */
    public interface Rate {
        double over(Duration time);
    }

    /** The application beside its raw limit, that long each. */
    public static Measured of(Rate application, Rate raw, Duration time) {
        Progress.say("  warming up: %,.0f/s", application.over(WARM_UP));
        Progress.say("  beside %,.0f/s", raw.over(RAW_WARM_UP));
        return counted(() -> application.over(time), () -> raw.over(time));
    }

    /** The application beside its raw limit, as long as it takes. */
    public static Measured of(DoubleSupplier application, DoubleSupplier raw) {
        Progress.say("  warming up: %,.0f/s beside %,.0f/s", application.getAsDouble(), raw.getAsDouble());
        return counted(application, raw);
    }

    private static Measured counted(DoubleSupplier application, DoubleSupplier raw) {
        List<Double> values = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            values.add(application.getAsDouble());
            limits.add(raw.getAsDouble());
            Progress.say("  %,.0f/s beside %,.0f/s", values.getLast(), limits.getLast());
        }
        return new Measured(Quantile.median(values), Quantile.median(limits));
    }

    /** Appends, which the projector follows; it has caught up before it would slow the raw side. */
    public static Measured ofAppends(ClosedLoop load, RawLoad raw, Projection projection, Duration round) {
        return of(
                time -> {
                    double rate = load.perSecond(time);
                    projection.catchUp();
                    return rate;
                },
                raw::perSecond,
                round);
    }

    /** The application alone. */
    public static Measured of(String unit, DoubleSupplier application) {
        Progress.say("  warming up: %.2f %s", application.getAsDouble(), unit);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            values.add(application.getAsDouble());
            Progress.say("  %.2f %s", values.getLast(), unit);
        }
        return Measured.of(Quantile.median(values));
    }
}
