package org.bitacora.benchmarks.suite;

import java.time.Duration;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Single events over HTTP beside raw single-row commits, both to 100 territories. */
public final class AppendSingle implements Measurement {

    private static final int CONNECTIONS = 64;
    private static final int RAW_CONNECTIONS = 32;
    private static final int TERRITORIES = 100;
    private static final Duration ROUND = Duration.ofMillis(2_500);

    @Override
    public String name() {
        return "append-single";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Floor floor() {
        return new Floor.Part(0.8);
    }

    @Override
    public Measured measure(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        try (var raw = RawLog.create(bed.database(), bed.registry()).singles(RAW_CONNECTIONS, TERRITORIES);
                var load = new ClosedLoop(bed.web().wires(CONNECTIONS), () -> new Singles(bed, territories))) {
            return Rounds.ofAppends(load, raw, bed.projection(), ROUND);
        }
    }
}
