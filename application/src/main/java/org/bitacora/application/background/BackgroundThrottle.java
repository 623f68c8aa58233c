package org.bitacora.application.background;

import java.util.concurrent.TimeUnit;
import org.bitacora.projections.worker.WakeSignal;

/**
 * Throttles background computation so that it leaves most of the database to requests. Events that are appended during
 * a pause are processed together afterwards.
 */
public final class BackgroundThrottle {

    private static final long POLL_MILLIS = 500;
    private static final long SHORTEST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int PAUSE_FACTOR = 19;

    private final WakeSignal wakeSignal = new WakeSignal();

    /** Signals that there is new work. */
    public void wake() {
        wakeSignal.signal();
    }

    /**
     * Pauses after work that began at {@code beginNanos}, a value of {@link System#nanoTime()}. Returns whether there
     * is more work, or new work was signalled.
     */
    public boolean pauseAfterWork(boolean isMore, long beginNanos) throws InterruptedException {
        if (!isMore) {
            return wakeSignal.await(POLL_MILLIS);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
        Thread.sleep(Math.clamp(PAUSE_FACTOR * took, SHORTEST_MILLIS, LONGEST_MILLIS));
        return true;
    }
}
