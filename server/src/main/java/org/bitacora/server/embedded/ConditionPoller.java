package org.bitacora.server.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions of other processes by polling, because those processes send no notifications. */
final class ConditionPoller {
    private static final Duration STEP = Duration.ofMillis(20);

    private ConditionPoller() {}

    /** Waits for a condition and returns whether it became true in time. */
    static boolean awaitCondition(BooleanSupplier condition, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            pause(STEP);
        }
        return true;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailableException("Interrupted while waiting for a server", e);
        }
    }
}
