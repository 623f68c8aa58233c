package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * The most memory of the application that was ever resident, after all that was measured before and a last load of
 * batches and figures at once.
 */
public final class Memory implements Measurement {

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
    public Floor floor() {
        return new Floor.AtMost(512);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.seed().large();
        var territories = bed.seed().territories(1_000);
        try (var batches = new ClosedLoop(bed.web().wires(8), () -> new Batches(bed, territories));
                var figures = bed.web().switchboard(32)) {
            var appending = CompletableFuture.supplyAsync(() -> batches.perSecond(LOAD));
            OpenLoop.milliseconds(
                    100, LOAD, () -> figures.ask(Request.get(Figure.PATH)).map(answer -> Json.of(answer, 200)));
            appending.join();
        }
        bed.projection().catchUp();
        return Measured.of(new ResidentMemory(bed.application().pid()).peak());
    }
}
