package org.bitacora.benchmarks;

import java.util.concurrent.locks.LockSupport;

/**
 * How much more memory is resident, at the most, than when the server was just started and had come to rest: one that has
 * done other work has taken it already.
 */
final class MemoryGrowth {

    private static final long SETTLE_NANOS = 5_000_000_000L;

    private final ResidentMemory memory;
    private final double before;

    private MemoryGrowth(ResidentMemory memory) {
        this.memory = memory;
        this.before = memory.beginAnew();
    }

    /** Stops the server and starts it; what it takes from here on counts. */
    static MemoryGrowth afterRestart(Testbed bed) {
        bed.restart();
        LockSupport.parkNanos(SETTLE_NANOS);
        return new MemoryGrowth(new ResidentMemory(bed.application().pid()));
    }

    /** How much more it was at the most, in MiB. */
    Measured most() {
        double more = memory.peak() - before;
        Progress.say("  %.0f MiB before, %.0f more", before, more);
        return Measured.of(more);
    }
}
