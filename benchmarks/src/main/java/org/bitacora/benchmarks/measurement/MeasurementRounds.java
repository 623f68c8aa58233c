package org.bitacora.benchmarks.measurement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.raw.RawLoad;
import org.bitacora.benchmarks.testbed.ProjectorBacklog;

/**
 * Runs the rounds of a measurement. The application and its raw limit alternate, so that other activity of the machine
 * affects both; the result is the median. Warm-up rounds do not count.
 */
public final class MeasurementRounds {

    private static final int COUNT = 3;

    /** The time after which most of the measured code is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(9);

    private static final Duration RAW_WARM_UP = Duration.ofSeconds(1);

    private MeasurementRounds() {}

    /** Measures a rate per second over some time. */
    public interface RateMeter {
        double measure(Duration time);
    }

    /** Measures the application and its raw limit, each for {@code time} per round. */
    public static MeasuredValue measure(RateMeter application, RateMeter raw, Duration time) {
        ProgressLog.print("  warming up: %,.0f/s", application.measure(WARM_UP));
        ProgressLog.print("  raw limit: %,.0f/s", raw.measure(RAW_WARM_UP));
        return measureRounds(() -> application.measure(time), () -> raw.measure(time));
    }

    /** Measures the application and its raw limit, without a fixed duration. */
    public static MeasuredValue measure(DoubleSupplier application, DoubleSupplier raw) {
        ProgressLog.print("  warming up: %,.0f/s, raw limit %,.0f/s", application.getAsDouble(), raw.getAsDouble());
        return measureRounds(application, raw);
    }

    private static MeasuredValue measureRounds(DoubleSupplier application, DoubleSupplier raw) {
        List<Double> values = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            values.add(application.getAsDouble());
            limits.add(raw.getAsDouble());
            ProgressLog.print("  %,.0f/s, raw limit %,.0f/s", values.getLast(), limits.getLast());
        }
        return new MeasuredValue(Quantile.median(values), Quantile.median(limits));
    }

    /**
     * Measures appends. Before each raw round the projector catches up, so that its work does not slow down the raw
     * load.
     */
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

    /** Measures the application without a raw limit. */
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
