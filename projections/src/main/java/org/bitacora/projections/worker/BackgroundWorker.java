package org.bitacora.projections.worker;

import java.time.Duration;
import org.jboss.logging.Logger;

/** A thread that does a {@link BackgroundTask}, and begins it anew when it failed: soon at first, then every few seconds. */
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

    /** Begins to do it. */
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
            LOG.infof("%s goes on", backgroundTask.name());
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
            } catch (RuntimeException | Error e) { // an error too: a channel that stands still for ever tells nobody
                logFirstFailure(e);
                pauseBeforeRetry(); // or ends, where this thread was interrupted
            }
        }
    }

    /** Once, however long it lasts. */
    private void logFirstFailure(Throwable e) {
        if (!isFailing && !isClosed) {
            var cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf("%s stopped for now and tries again: %s", backgroundTask.name(), cause.getMessage());
            LOG.debug("Why", e);
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

    /** Lets it know that it shall end. */
    public void requestStop() {
        isClosed = true;
    }

    /** Lets it finish what it has in hand, for some seconds. */
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
