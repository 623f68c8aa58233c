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
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.TerritoryCopies;
import org.bitacora.benchmarks.testbed.TerritoryScale;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Compares the latency of an observation as of a random past position with the latency of the current observation. No
 * cache answers; one request at a time.
 */
public final class AsOfQueryMeasurement implements Measurement {

    private static final int REQUESTS = 400;
    private static final String QUERY =
            "/indicators/bahia.actions/observations?by=category&period=" + EventGenerator.YEAR;
    private static final long SEED = 2_014;

    private final TerritoryScale territoryScale;

    public AsOfQueryMeasurement(TerritoryScale territoryScale) {
        this.territoryScale = territoryScale;
    }

    @Override
    public String name() {
        return territoryScale.measurementName("as-of");
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
        bed.copies().ensureCopies(territoryScale);
        var random = new Random(SEED);
        try (var web = bed.client().openPool(1)) {
            return MeasurementRounds.measure(unit(), () -> round(web, random));
        }
    }

    private double round(ConnectionPool web, Random random) {
        List<Double> past = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            past.add(measureLatency(web, random, 1 + random.nextInt(TerritoryCopies.entriesPerTerritory())));
            now.add(measureLatency(web, random, TerritoryCopies.entriesPerTerritory()));
        }
        ProgressLog.print("  median %.2f ms in the past, %.2f ms now", Quantile.median(past), Quantile.median(now));
        return Quantile.median(past) / Quantile.median(now);
    }

    /** Measures one request. A random {@code minPosition} makes each request distinct, so that no cache answers it. */
    private double measureLatency(ConnectionPool web, Random random, int asOf) {
        var territory = TerritoryCopies.territoryCode(random.nextInt(territoryScale.territories()));
        var path = "/v1/territories/" + territory + QUERY + "&asOf=" + asOf + "&minPosition="
                + random.nextInt(TerritoryCopies.entriesPerTerritory());
        long begin = System.nanoTime();
        var loadResponse = LoadClient.await(web.send(LoadRequestRenderer.get(path)));
        LoadResponseParser.parse(loadResponse, 200);
        return (System.nanoTime() - begin) / 1e6;
    }
}
