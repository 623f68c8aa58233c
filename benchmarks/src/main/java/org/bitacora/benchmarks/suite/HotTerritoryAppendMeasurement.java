package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.List;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures single events over HTTP to one territory. Raw limit: single appends to one log. */
public final class HotTerritoryAppendMeasurement implements Measurement {

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
    public Threshold threshold() {
        return new Threshold.MinimumRatio(3);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.seeder().registerTerritories(TERRITORY);
        try (var raw = RawLog.create(bed.database(), bed.events()).openSingleLoad(RAW_CONNECTIONS, 1);
                var load = new ClosedLoop(
                        bed.client().openConnections(CONNECTIONS), () -> new SingleEventExchange(bed, TERRITORY))) {
            return MeasurementRounds.measureAppends(load, raw, bed.projector(), ROUND);
        }
    }
}
