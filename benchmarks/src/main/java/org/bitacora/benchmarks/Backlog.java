package org.bitacora.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Waits for what is left to be done. */
final class Backlog {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 10_000_000;

    private Backlog() {}

    /** Returns when nothing is left. */
    static void await(LongSupplier left) {
        long begin = System.nanoTime();
        for (long rest = left.getAsLong(); rest > 0; rest = left.getAsLong()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new Unmeasurable("%,d were still left after %s".formatted(rest, PATIENCE));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
