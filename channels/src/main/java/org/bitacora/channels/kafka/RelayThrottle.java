package org.bitacora.channels.kafka;

import java.util.concurrent.TimeUnit;
import org.bitacora.projections.worker.WakeSignal;

/**
 * Times the passes of a relay: shortly after entries were appended on this node, and periodically for entries of other
 * nodes. Appends have priority over the relay, as they have over the projector (ADR 13). After a small pass the relay
 * pauses at least as long as the pass took. After a large pass it pauses only if more entries were appended, and then
 * for twenty times as long. No pause is longer than two seconds.
 */
final class RelayThrottle {

    private static final long POLL_MILLIS = 200;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int FAR_BEHIND = 200;
    private static final int RESTS = 20;

    private final WakeSignal wakeSignal = new WakeSignal();
    private long looked = System.nanoTime();

    /** Signals that entries were appended. */
    void wake() {
        wakeSignal.signal();
    }

    /**
     * Waits until the next pass. Then runs {@code look} if its polling interval has passed.
     *
     * @param handed the number of entries of the last pass
     * @param took the duration of the last pass in nanoseconds
     */
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
