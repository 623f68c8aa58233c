package org.bitacora.benchmarks.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.LoadClient;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.StrategyFixture;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Compares the latency of the scorecard as of a random past position with the latency of the current scorecard. No
 * cache answers; one request at a time.
 */
public final class ScorecardAsOfMeasurement implements Measurement {

    private static final int REQUESTS = 60;
    private static final long SEED = 2_014;

    @Override
    public String name() {
        return "scorecard-as-of";
    }

    @Override
    public String unit() {
        return "times";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(2);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.strategy().ensureStrategy();
        var random = new Random(SEED);
        try (var web = bed.client().openPool(1)) {
            return MeasurementRounds.measure(unit(), () -> round(web, bed.strategy(), random));
        }
    }

    private static double round(ConnectionPool web, StrategyFixture strategyFixture, Random random) {
        List<Double> past = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        int all = strategyFixture.lastPosition() - strategyFixture.firstPosition();
        for (int i = 0; i < REQUESTS; i++) {
            past.add(measureLatency(web, random, strategyFixture.firstPosition() + random.nextInt(all)));
            now.add(measureLatency(web, random, strategyFixture.lastPosition()));
        }
        ProgressLog.print("  median %.1f ms in the past, %.1f ms now", Quantile.median(past), Quantile.median(now));
        return Quantile.median(past) / Quantile.median(now);
    }

    private static double measureLatency(ConnectionPool web, Random random, int asOf) {
        var path = StrategyFixture.scorecardPath("&asOf=" + asOf + "&minPosition=" + random.nextInt(10_000));
        long begin = System.nanoTime();
        LoadResponseParser.parse(LoadClient.await(web.send(LoadRequestRenderer.get(path))), 200);
        return (System.nanoTime() - begin) / 1e6;
    }
}
