package org.bitacora.channels.kafka;

import java.util.concurrent.TimeUnit;
import org.bitacora.projections.worker.WakeSignal;

/**
 * When a relay makes its next pass: soon after something was appended here, and every so often for what other nodes left
 * behind. Appending comes first, as it does before following (ADR 13): passes leave half of the time to it, long ones,
 * while more is appended, more than that.
 */
final class RelayThrottle {

    private static final long POLL_MILLIS = 200;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int FAR_BEHIND = 200;
    private static final int RESTS = 20;

    private final WakeSignal wakeSignal = new WakeSignal();
    private long looked = System.nanoTime();

    /** Something was appended. */
    void wake() {
        wakeSignal.signal();
    }

    /** Waits until the next pass, after one that took so long for so many entries; every so often something is looked at. */
    void pauseAfterPass(int handed, long took, Runnable look) throws InterruptedException {
        if (handed == 0) {
            wakeSignal.await(POLL_MILLIS);
        } else if (handed < FAR_BEHIND) {
            pause(Math.max(GATHER_NANOS, took));
        } else if (wakeSignal.consumeSignal()) {
            pause(RESTS * took);
        }
        if (System.nanoTime() - looked > TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)) {
            looked = System.nanoTime();
            look.run();
        }
    }

    private static void pause(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(nanos, MOST_NANOS));
    }
}
