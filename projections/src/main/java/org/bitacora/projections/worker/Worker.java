package org.bitacora.projections.worker;

import java.time.Duration;
import org.jboss.logging.Logger;

/** A thread that does a {@link Work}, and begins it anew when it failed: soon at first, then every few seconds. */
public final class Worker implements Work.Going, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 5_000;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(12);

    private final Work work;
    private final Thread thread;
    private volatile boolean isClosed;
    private long pause = FIRST_MILLIS;
    private boolean isIll;

    private Worker(Work work) {
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name(work.name()).unstarted(this::go);
    }

    /** Begins to do it. */
    public static Worker start(Work work) {
        var worker = new Worker(work);
        worker.thread.start();
        return worker;
    }

    @Override
    public boolean on() {
        return !isClosed;
    }

    @Override
    public void well() {
        if (isIll) {
            LOG.infof("%s goes on", work.name());
        }
        isIll = false;
        pause = FIRST_MILLIS;
    }

    private void go() {
        while (!isClosed) {
            try {
                work.run(this);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) { // an error too: a channel that stands still for ever tells nobody
                tell(e);
                rest(); // or ends, where this thread was interrupted
            }
        }
    }

    /** Once, however long it lasts. */
    private void tell(Throwable e) {
        if (!isIll && !isClosed) {
            var cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf("%s stopped for now and tries again: %s", work.name(), cause.getMessage());
            LOG.debug("Why", e);
        }
        isIll = true;
    }

    private void rest() {
        try {
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_MILLIS);
        } catch (InterruptedException _) {
            isClosed = true;
        }
    }

    /** Lets it know that it shall end. */
    public void end() {
        isClosed = true;
    }

    /** Lets it finish what it has in hand, for some seconds. */
    @Override
    public void close() {
        end();
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
