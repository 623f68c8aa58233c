package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.List;
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
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.TerritoryCopies;
import org.bitacora.benchmarks.testbed.TerritoryScale;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures observations of a year with varying breakdowns over a million activities, 100 requests a second. Each
 * request uses another territory and another breakdown than the previous one, so that no cache can answer it.
 */
public final class BreakdownQueryMeasurement implements Measurement {

    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final List<String> BREAKDOWNS = List.of(
            "bahia.actions/observations?by=category",
            "bh.actions/observations?by=kind,month",
            "bh.actions/observations?by=country&theme=culture",
            "allas.planned-share/observations?by=dimension",
            "allas.partners/observations?by=country",
            "allas.agreements-in-force/observations?by=quarter",
            "basic.visits-received/observations?by=quarter&country=AR",
            "allas.countries/observations?by=month");

    private final TerritoryScale territoryScale;

    public BreakdownQueryMeasurement(TerritoryScale territoryScale) {
        this.territoryScale = territoryScale;
    }

    @Override
    public String name() {
        return territoryScale.measurementName("cut");
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(20);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.copies().ensureCopies(territoryScale);
        var requests = new AtomicInteger();
        try (var web = bed.client().openPool(CONNECTIONS)) {
            return MeasurementRounds.measure(unit(), () -> round(web, requests));
        }
    }

    private double round(ConnectionPool web, AtomicInteger requests) {
        var all = OpenLoop.measureLatencies(
                PER_SECOND, ROUND, () -> web.send(LoadRequestRenderer.get(path(requests.getAndIncrement())))
                        .map(loadResponse -> LoadResponseParser.parse(loadResponse, 200)));
        ProgressLog.print("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    private String path(int number) {
        var position = TerritoryCopies.entriesPerTerritory() - number / territoryScale.territories();
        return "/v1/territories/" + TerritoryCopies.territoryCode(number * 7 % territoryScale.territories())
                + "/indicators/" + BREAKDOWNS.get(number % BREAKDOWNS.size()) + "&period=" + EventGenerator.YEAR
                + "&asOf=" + position;
    }
}
