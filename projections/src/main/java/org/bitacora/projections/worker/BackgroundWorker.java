package org.bitacora.projections.worker;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A thread that runs a {@link BackgroundTask} and restarts it after a failure, with a delay that doubles from 250 ms to 5
 * seconds.
 */
public final class BackgroundWorker implements BackgroundTask.RunToken, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundWorker.class);
    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 5_000;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(12);

    private final BackgroundTask backgroundTask;
    private final Thread thread;
    private volatile boolean isClosed;
    private long pause = FIRST_MILLIS;
    private boolean isFailing;

    private BackgroundWorker(BackgroundTask backgroundTask) {
        this.backgroundTask = backgroundTask;
        this.thread = Thread.ofPlatform().daemon().name(backgroundTask.name()).unstarted(this::runUntilClosed);
    }

    /** Starts a thread that runs the task. */
    public static BackgroundWorker start(BackgroundTask backgroundTask) {
        var backgroundWorker = new BackgroundWorker(backgroundTask);
        backgroundWorker.thread.start();
        return backgroundWorker;
    }

    @Override
    public boolean isRunning() {
        return !isClosed;
    }

    @Override
    public void reportHealthy() {
        if (isFailing) {
            LOG.infof("%s recovered", backgroundTask.name());
        }
        isFailing = false;
        pause = FIRST_MILLIS;
    }

    private void runUntilClosed() {
        while (!isClosed) {
            try {
                backgroundTask.run(this);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) { // errors too: otherwise the channel would stop without notice
                logFirstFailure(e);
                pauseBeforeRetry(); // closes the worker if this thread was interrupted
            }
        }
    }

    /** Logs only the first failure of a series. */
    private void logFirstFailure(Throwable e) {
        if (!isFailing && !isClosed) {
            var cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf("%s failed and will be restarted: %s", backgroundTask.name(), cause.getMessage());
            LOG.debug("Cause of the failure", e);
        }
        isFailing = true;
    }

    private void pauseBeforeRetry() {
        try {
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_MILLIS);
        } catch (InterruptedException _) {
            isClosed = true;
        }
    }

    /** Requests the task to stop, without waiting. */
    public void requestStop() {
        isClosed = true;
    }

    /** Requests the task to stop and waits up to 12 seconds; then interrupts the thread. */
    @Override
    public void close() {
        requestStop();
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
                thread.join(SOON);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
