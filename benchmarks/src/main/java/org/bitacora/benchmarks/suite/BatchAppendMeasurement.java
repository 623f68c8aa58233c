package org.bitacora.benchmarks.suite;

import java.time.Duration;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures batches of 100 events over HTTP to 1,000 territories. Raw limit: appends of 100 events to 1,000 logs. */
public final class BatchAppendMeasurement implements Measurement {

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
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.35);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        try (var raw = RawLog.create(bed.database(), bed.events())
                        .openBatchLoad(CONNECTIONS, EventBatchExchange.SIZE, TERRITORIES);
                var load = new ClosedLoop(
                        bed.client().openConnections(CONNECTIONS), () -> new EventBatchExchange(bed, territories))) {
            return MeasurementRounds.measureAppends(load, raw, bed.projector(), ROUND);
        }
    }
}
