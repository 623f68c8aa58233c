package org.bitacora.benchmarks.suite;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponse;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.Testbed;
import org.bitacora.benchmarks.testbed.TestbedSeeder;

/**
 * Measures the observation of a year by category in a territory with 10,000 activities over ten years, 100 requests a
 * second. Each request is as of another position, so that no cache can answer it.
 */
public final class ObservationQueryMeasurement implements Measurement {

    /** The current observation. */
    static final String PATH = "/v1/territories/" + TestbedSeeder.LARGE
            + "/indicators/bahia.actions/observations?by=category&period=" + EventGenerator.YEAR;

    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int LAST_POSITION = 12_000;

    @Override
    public String name() {
        return "figure";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(25);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.seeder().ensureLargeTerritory();
        var position = new AtomicInteger(LAST_POSITION);
        try (var web = bed.client().openPool(CONNECTIONS)) {
            return MeasurementRounds.measure(unit(), () -> round(web, position));
        }
    }

    private static double round(ConnectionPool web, AtomicInteger position) {
        var all = OpenLoop.measureLatencies(PER_SECOND, ROUND, () -> query(web, position.getAndDecrement())
                .map(loadResponse -> LoadResponseParser.parse(loadResponse, 200)));
        ProgressLog.print("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    private static Future<LoadResponse> query(ConnectionPool web, int asOf) {
        Buffer request = LoadRequestRenderer.get(PATH + "&asOf=" + asOf);
        return web.send(request);
    }
}
