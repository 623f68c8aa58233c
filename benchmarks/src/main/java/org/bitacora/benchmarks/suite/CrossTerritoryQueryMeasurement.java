package org.bitacora.benchmarks.suite;

import java.util.ArrayList;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.LoadClient;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.TerritoryScale;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures one indicator of all territories for a year, in pages of 1,000, one request at a time. */
public final class CrossTerritoryQueryMeasurement implements Measurement {

    private static final int REQUESTS = 25;
    private static final String PATH = "/v1/observations?indicator=bahia.actions&limit=1000&period=";

    private final TerritoryScale territoryScale;

    public CrossTerritoryQueryMeasurement(TerritoryScale territoryScale) {
        this.territoryScale = territoryScale;
    }

    @Override
    public String name() {
        return territoryScale.measurementName("across");
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(300 * territoryScale.thousands());
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.copies().ensureCopies(territoryScale);
        try (var web = bed.client().openPool(1)) {
            return MeasurementRounds.measure(unit(), () -> round(web));
        }
    }

    private double round(ConnectionPool web) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS; i++) {
            all.add(measureLatency(web, PATH + (EventGenerator.YEAR - i % 10)));
        }
        ProgressLog.print("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    /** Returns the sum of the times of all pages, each from the request to the last byte of the response. */
    private double measureLatency(ConnectionPool web, String path) {
        int territories = 0;
        long time = 0;
        for (var next = path; !next.isEmpty(); ) {
            long begin = System.nanoTime();
            var loadResponse = LoadClient.await(web.send(LoadRequestRenderer.get(next)));
            time += System.nanoTime() - begin;
            var page = LoadResponseParser.parse(loadResponse, 200);
            territories += page.path("items").size();
            next = page.path("next").asText("");
        }
        if (territories < territoryScale.territories()) {
            throw new MeasurementException(
                    "Expected " + territoryScale.territories() + " territories, got " + territories);
        }
        return time / 1e6;
    }
}
