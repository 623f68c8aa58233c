package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the time from the acknowledgement of an event to the observation that counts it, while 1,000 single events a
 * second are posted to 100 territories, including the probes.
 */
public final class VisibilityMeasurement implements Measurement {

    private static final int TERRITORIES = 100;
    private static final int PROBES = 80;
    private static final int OTHERS = 1_000 - PROBES;
    private static final int CONNECTIONS = 64;
    private static final Duration ROUND = Duration.ofMillis(6_500);

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(50);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        try (var load = bed.client().openPool(CONNECTIONS);
                var probePool = bed.client().openPool(CONNECTIONS)) {
            var visibilityProbe = new VisibilityProbe(bed.requests(), probePool, territories);
            var others = new SingleEventExchange(bed, territories);
            return MeasurementRounds.measure(unit(), () -> round(visibilityProbe, others, load));
        }
    }

    private static double round(VisibilityProbe visibilityProbe, SingleEventExchange others, ConnectionPool load) {
        var background = CompletableFuture.runAsync(() -> OpenLoop.measureLatencies(
                OTHERS, ROUND, () -> load.send(others.nextRequest()).map(others::countCompleted)));
        OpenLoop.measureLatencies(PROBES, ROUND, visibilityProbe::run);
        background.join();
        var all = visibilityProbe.drainLatencies();
        ProgressLog.print(
                "  %d probes: median %.1f ms, at most %.1f ms", all.size(), Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }
}
