package org.bitacora.benchmarks.suite;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * The {@link MemoryGrowth} of a server that has 2,000 open streams, which are told something.
 */
public final class StreamMemory implements Measurement {

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
    public Floor floor() {
        return new Floor.AtMost(200);
    }

    @Override
    public Measured measure(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        var growth = MemoryGrowth.afterRestart(bed);
        var told = new AtomicInteger();
        try (var listening = new Listening(_ -> told.incrementAndGet())) {
            listening.open(bed.web(), territories, READERS);
            territories.forEach(territory -> bed.seed().post(territory, EVENTS / TERRITORIES, 0));
            LockSupport.parkNanos(SETTLE_NANOS);
            int expected = EVENTS * READERS / TERRITORIES;
            if (told.get() != expected) {
                throw new Unmeasurable("%,d arrivals were expected, and %,d came".formatted(expected, told.get()));
            }
            return growth.most();
        }
    }
}
