package org.bitacora.benchmarks.suite;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures the {@link MemoryGrowth} of a server with 2,000 open streams that receive events. */
public final class StreamMemoryMeasurement implements Measurement {

    private static final int READERS = 2_000;
    private static final int TERRITORIES = 100;
    private static final int EVENTS = 500;
    private static final long SETTLE_NANOS = 3_000_000_000L;

    @Override
    public String name() {
        return "stream-memory";
    }

    @Override
    public String unit() {
        return "MiB more";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(200);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        var growth = MemoryGrowth.afterRestart(bed);
        var arrivals = new AtomicInteger();
        try (var streamReaders = new StreamReaders(_ -> arrivals.incrementAndGet())) {
            streamReaders.openReaders(bed.client(), territories, READERS);
            territories.forEach(territory -> bed.seeder().postEvents(territory, EVENTS / TERRITORIES, 0));
            LockSupport.parkNanos(SETTLE_NANOS);
            int expected = EVENTS * READERS / TERRITORIES;
            if (arrivals.get() != expected) {
                throw new MeasurementException("Expected %,d arrivals, got %,d".formatted(expected, arrivals.get()));
            }
            return growth.peakGrowth();
        }
    }
}
