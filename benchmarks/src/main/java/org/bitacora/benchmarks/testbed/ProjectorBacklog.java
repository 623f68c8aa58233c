package org.bitacora.benchmarks.testbed;

import java.time.Duration;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;

/** The number of entries that the projector has not processed yet. */
public record ProjectorBacklog(ApplicationDatabase database) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BACKLOG = """
            select coalesce(sum(head.position - checkpoint.position), 0) from head join checkpoint using (territory)
            where head.position > checkpoint.position""";

    /**
     * Waits until the projector has caught up, so that its work does not slow down the next step, and prints the
     * duration.
     */
    public void awaitCatchUp() {
        long begin = System.nanoTime();
        long backlog = database.queryLong(BACKLOG);
        if (backlog == 0) {
            return;
        }
        while (database.queryLong(BACKLOG) > 0) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new MeasurementException("The projector did not catch up within " + PATIENCE + ".");
            }
            pause();
        }
        double seconds = ProgressLog.secondsSince(begin);
        ProgressLog.print("  the projector was %,d entries behind and caught up in %.1f s", backlog, seconds);
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
