package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the peak resident memory of the application after all previous measurements and a final load of concurrent
 * batches and observations.
 */
public final class PeakMemoryMeasurement implements Measurement {

    private static final Duration LOAD = Duration.ofSeconds(6);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String unit() {
        return "MiB";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(512);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.seeder().ensureLargeTerritory();
        var territories = bed.seeder().ensureTerritories(1_000);
        try (var batches = new ClosedLoop(
                        bed.client().openConnections(8), () -> new EventBatchExchange(bed, territories));
                var figures = bed.client().openPool(32)) {
            var appending = CompletableFuture.supplyAsync(() -> batches.measureRate(LOAD));
            OpenLoop.measureLatencies(
                    100, LOAD, () -> figures.send(LoadRequestRenderer.get(ObservationQueryMeasurement.PATH))
                            .map(loadResponse -> LoadResponseParser.parse(loadResponse, 200)));
            appending.join();
        }
        bed.projector().awaitCatchUp();
        return MeasuredValue.of(new ResidentMemory(bed.application().pid()).peak());
    }
}
