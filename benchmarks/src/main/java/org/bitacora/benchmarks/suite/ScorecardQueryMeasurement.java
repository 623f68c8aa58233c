package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.StrategyFixture;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the scorecard of a year, 20 requests a second. A counting {@code minPosition} makes each request distinct,
 * so that no cache answers it.
 */
public final class ScorecardQueryMeasurement implements Measurement {

    private static final int PER_SECOND = 20;
    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(60);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.strategy().ensureStrategy();
        var requests = new AtomicInteger();
        try (var web = bed.client().openPool(CONNECTIONS)) {
            return MeasurementRounds.measure(unit(), () -> round(web, requests));
        }
    }

    private static double round(ConnectionPool web, AtomicInteger requests) {
        var all = OpenLoop.measureLatencies(PER_SECOND, ROUND, () -> web.send(LoadRequestRenderer.get(
                        StrategyFixture.scorecardPath("&minPosition=" + requests.incrementAndGet())))
                .map(loadResponse -> LoadResponseParser.parse(loadResponse, 200)));
        ProgressLog.print("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }
}
