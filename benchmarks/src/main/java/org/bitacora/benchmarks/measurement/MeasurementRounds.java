package org.bitacora.benchmarks.measurement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.raw.RawLoad;
import org.bitacora.benchmarks.testbed.ProjectorBacklog;

/** Rounds by turns, so that what else the machine does meets both sides; medians, after a warm-up that does not count. */
public final class MeasurementRounds {

    private static final int COUNT = 3;

    /** Until most of what is measured has been compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(9);

    private static final Duration RAW_WARM_UP = Duration.ofSeconds(1);

    private MeasurementRounds() {}

    /** How much is done in a second, over some time. */
    public interface RateMeter {
        double measure(Duration time);
    }

    /** The application beside its raw limit, that long each. */
    public static MeasuredValue measure(RateMeter application, RateMeter raw, Duration time) {
        ProgressLog.print("  warming up: %,.0f/s", application.measure(WARM_UP));
        ProgressLog.print("  beside %,.0f/s", raw.measure(RAW_WARM_UP));
        return measureRounds(() -> application.measure(time), () -> raw.measure(time));
    }

    /** The application beside its raw limit, as long as it takes. */
    public static MeasuredValue measure(DoubleSupplier application, DoubleSupplier raw) {
        ProgressLog.print("  warming up: %,.0f/s beside %,.0f/s", application.getAsDouble(), raw.getAsDouble());
        return measureRounds(application, raw);
    }

    private static MeasuredValue measureRounds(DoubleSupplier application, DoubleSupplier raw) {
        List<Double> values = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            values.add(application.getAsDouble());
            limits.add(raw.getAsDouble());
            ProgressLog.print("  %,.0f/s beside %,.0f/s", values.getLast(), limits.getLast());
        }
        return new MeasuredValue(Quantile.median(values), Quantile.median(limits));
    }

    /** Appends, which the projector follows; it has caught up before it would slow the raw side. */
    public static MeasuredValue measureAppends(
            ClosedLoop load, RawLoad raw, ProjectorBacklog projectorBacklog, Duration round) {
        return measure(
                time -> {
                    double rate = load.measureRate(time);
                    projectorBacklog.awaitCatchUp();
                    return rate;
                },
                raw::measureRate,
                round);
    }

    /** The application alone. */
    public static MeasuredValue measure(String unit, DoubleSupplier application) {
        ProgressLog.print("  warming up: %.2f %s", application.getAsDouble(), unit);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            values.add(application.getAsDouble());
            ProgressLog.print("  %.2f %s", values.getLast(), unit);
        }
        return MeasuredValue.of(Quantile.median(values));
    }
}
