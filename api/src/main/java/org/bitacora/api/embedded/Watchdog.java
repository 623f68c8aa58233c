package org.bitacora.api.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts PostgreSQL again on its port when it died, as long as the application lives, and keeps its log small. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Postmaster postmaster;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Watchdog(Postmaster postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watchdog").unstarted(this::watch);
    }

    void begin() {
        thread.start();
    }

    private void watch() {
        Duration pause = PERIOD;
        while (!closes(pause)) {
            pause = look() ? PERIOD : longer(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    private boolean look() {
        try {
            if (!postmaster.isRunning()) {
                LOG.warn("PostgreSQL has died; starting it again");
                postmaster.start(() -> port);
                LOG.infof("PostgreSQL is back on port %d", port);
            }
            postmaster.pgCtl().log().trim();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL could not be looked after; trying again", e);
            return false;
        }
    }

    private boolean closes(Duration within) {
        try {
            return closing.await(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Returns when it no longer starts anything. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
