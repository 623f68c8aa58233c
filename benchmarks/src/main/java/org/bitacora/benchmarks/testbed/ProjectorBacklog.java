package org.bitacora.benchmarks.testbed;

import java.time.Duration;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;

/** How far the projector is behind the logs. */
public record ProjectorBacklog(ApplicationDatabase database) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BACKLOG = """
            select coalesce(sum(head.position - checkpoint.position), 0) from head join checkpoint using (territory)
            where head.position > checkpoint.position""";

    /** Waits until it has caught up, so that its work does not slow what comes next, and says how long it took. */
    public void awaitCatchUp() {
        long begin = System.nanoTime();
        long behind = database.queryLong(BACKLOG);
        if (behind == 0) {
            return;
        }
        while (database.queryLong(BACKLOG) > 0) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new MeasurementException("The projector did not catch up within " + PATIENCE + ".");
            }
            pause();
        }
        double seconds = ProgressLog.secondsSince(begin);
        ProgressLog.print("  the projector was %,d entries behind and caught up in %.1f s", behind, seconds);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("Interrupted", e);
        }
    }
}
