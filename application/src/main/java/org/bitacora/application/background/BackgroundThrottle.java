package org.bitacora.application.background;

import java.util.concurrent.TimeUnit;
import org.bitacora.projections.worker.WakeSignal;

/**
 * The rests of whoever computes what changed for nobody who waits: most of the time the database is left to others, and
 * what is appended meanwhile is found in one go.
 */
public final class BackgroundThrottle {

    private static final long POLL_MILLIS = 500;
    private static final long SHORTEST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int PAUSE_FACTOR = 19;

    private final WakeSignal wakeSignal = new WakeSignal();

    /** Something moved. */
    public void wake() {
        wakeSignal.signal();
    }

    /** Rests after work that began then; whether it was woken, or there is more to do. */
    public boolean pauseAfterWork(boolean isMore, long beginNanos) throws InterruptedException {
        if (!isMore) {
            return wakeSignal.await(POLL_MILLIS);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
        Thread.sleep(Math.clamp(PAUSE_FACTOR * took, SHORTEST_MILLIS, LONGEST_MILLIS));
        return true;
    }
}
