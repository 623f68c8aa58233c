package org.bitacora.application.background;

import java.util.concurrent.TimeUnit;
import org.bitacora.projections.worker.Bell;

/**
 * The rests of whoever computes what changed for nobody who waits: most of the time the database is left to others, and
 * what is appended meanwhile is found in one go.
 */
public final class Leisure {

    private static final long POLL_MILLIS = 500;
    private static final long SHORTEST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int RESTS = 19;

    private final Bell bell = new Bell();

    /** Something moved. */
    public void wake() {
        bell.ring();
    }

    /** Rests after work that began then; whether it was woken, or there is more to do. */
    public boolean rest(boolean isMore, long beginNanos) throws InterruptedException {
        if (!isMore) {
            return bell.await(POLL_MILLIS);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
        Thread.sleep(Math.clamp(RESTS * took, SHORTEST_MILLIS, LONGEST_MILLIS));
        return true;
    }
}
