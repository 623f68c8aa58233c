package org.bitacora.server.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Restarts a server that has died, and performs its maintenance, until the application stops. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    private final SupervisedServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Watchdog(SupervisedServer server) {
        this.server = server;
        this.thread =
                Thread.ofPlatform().daemon().name(server.name() + "-watchdog").unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    private void watch() {
        Duration pause = PERIOD;
        while (!awaitClosing(pause)) {
            pause = checkServer() ? PERIOD : nextPause(pause);
        }
    }

    private static Duration nextPause(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : twice;
    }

    private boolean checkServer() {
        try {
            if (!server.isRunning()) {
                LOG.warnf("%s has died; restarting it", server.name());
                server.restart();
                LOG.infof("%s has been restarted", server.name());
            }
            server.performMaintenance();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "%s could not be checked or restarted; trying again", server.name());
            return false;
        }
    }

    private boolean awaitClosing(Duration within) {
        try {
            return closing.await(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Stops the watchdog; returns when it can no longer restart the server. */
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
