package org.bitacora.benchmarks.suite;

import java.time.Duration;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Batches of 100 over HTTP beside raw appends in hundreds, both to 1,000 territories. */
public final class AppendBatch implements Measurement {

    private static final int CONNECTIONS = 8;
    private static final int TERRITORIES = 1_000;
    private static final Duration ROUND = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "append-batch";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Floor floor() {
        return new Floor.Part(0.35);
    }

    @Override
    public Measured measure(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        try (var raw = RawLog.create(bed.database(), bed.registry()).batches(CONNECTIONS, Batches.SIZE, TERRITORIES);
                var load = new ClosedLoop(bed.web().wires(CONNECTIONS), () -> new Batches(bed, territories))) {
            return Rounds.ofAppends(load, raw, bed.projection(), ROUND);
        }
    }
}
