package org.bitacora.benchmarks.testbed;

import java.time.Duration;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.progress.Unmeasurable;

/** How far the projector is behind the logs. */
public record Projection(Database database) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BEHIND = """
            select coalesce(sum(head.position - checkpoint.position), 0) from head join checkpoint using (territory)
            where head.position > checkpoint.position""";

    /** Waits until it has caught up, so that its work does not slow what comes next, and says how long it took. */
    public void catchUp() {
        long begin = System.nanoTime();
        long behind = database.number(BEHIND);
        if (behind == 0) {
            return;
        }
        while (database.number(BEHIND) > 0) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new Unmeasurable("The projector did not catch up within " + PATIENCE + ".");
            }
            pause();
        }
        double seconds = Progress.seconds(begin);
        Progress.say("  the projector was %,d entries behind and caught up in %.1f s", behind, seconds);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }
}
