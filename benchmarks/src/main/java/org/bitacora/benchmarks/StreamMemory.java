package org.bitacora.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How much more memory is resident, at the most, with 2,000 open streams that are told something, than when the server had
 * just been started: one that has done other work has taken it already.
 */
final class StreamMemory implements Measurement {

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
        bed.restart();
        var memory = new ResidentMemory(bed.application().pid());
        double before = memory.beginAnew();
        var told = new AtomicInteger();
        try (var listening = new Listening(_ -> told.incrementAndGet())) {
            listening.open(bed.web(), territories, READERS);
            territories.forEach(territory -> bed.seed().post(territory, EVENTS / TERRITORIES, 0));
            LockSupport.parkNanos(SETTLE_NANOS);
            int expected = EVENTS * READERS / TERRITORIES;
            if (told.get() != expected) {
                throw new Unmeasurable("%,d arrivals were expected, and %,d came".formatted(expected, told.get()));
            }
            double more = memory.peak() - before;
            Progress.say("  %.0f MiB before, %.0f more", before, more);
            return Measured.of(more);
        }
    }
}
