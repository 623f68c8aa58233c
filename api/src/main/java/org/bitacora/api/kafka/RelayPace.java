package org.bitacora.api.kafka;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * When a relay makes its next pass: soon after something was appended here, and every so often for what other nodes left
 * behind. Appending comes first, as it does before following (ADR 13): passes leave half of the time to it, long ones,
 * while more is appended, more than that.
 */
final class RelayPace {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int FAR_BEHIND = 500;
    private static final int RESTS = 8;

    private final BlockingQueue<Boolean> wakes = new ArrayBlockingQueue<>(1);
    private long looked = System.nanoTime();

    /** Something was appended. */
    void wake() {
        wakes.offer(true);
    }

    /** Waits until the next pass, after one that took so long for so many entries; every so often something is looked at. */
    void rest(int handed, long took, Runnable look) throws InterruptedException {
        if (handed == 0) {
            wakes.poll(POLL_NANOS, TimeUnit.NANOSECONDS);
        } else if (handed < FAR_BEHIND) {
            pause(Math.max(GATHER_NANOS, took));
        } else if (wakes.poll() != null) {
            pause(RESTS * took);
        }
        if (System.nanoTime() - looked > POLL_NANOS) {
            looked = System.nanoTime();
            look.run();
        }
    }

    private static void pause(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(nanos, MOST_NANOS));
    }
}
