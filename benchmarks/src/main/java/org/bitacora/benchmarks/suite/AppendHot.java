package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.List;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Single events over HTTP to one territory, beside raw single appends to one head. */
public final class AppendHot implements Measurement {

    private static final List<String> TERRITORY = List.of("bench-hot");
    private static final int CONNECTIONS = 64;
    private static final int RAW_CONNECTIONS = 8;
    private static final Duration ROUND = Duration.ofMillis(2_500);

    @Override
    public String name() {
        return "append-hot";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Floor floor() {
        return new Floor.Part(3);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.seed().register(TERRITORY);
        try (var raw = RawLog.create(bed.database(), bed.registry()).singles(RAW_CONNECTIONS, 1);
                var load = new ClosedLoop(bed.web().wires(CONNECTIONS), () -> new Singles(bed, TERRITORY))) {
            return Rounds.ofAppends(load, raw, bed.projection(), ROUND);
        }
    }
}
