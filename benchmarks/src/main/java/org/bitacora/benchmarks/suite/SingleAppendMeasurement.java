package org.bitacora.benchmarks.suite;

import java.time.Duration;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures single events over HTTP to 100 territories. Raw limit: single-row commits to 100 logs. */
public final class SingleAppendMeasurement implements Measurement {

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
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.8);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        try (var raw = RawLog.create(bed.database(), bed.events()).openSingleLoad(RAW_CONNECTIONS, TERRITORIES);
                var load = new ClosedLoop(
                        bed.client().openConnections(CONNECTIONS), () -> new SingleEventExchange(bed, territories))) {
            return MeasurementRounds.measureAppends(load, raw, bed.projector(), ROUND);
        }
    }
}
