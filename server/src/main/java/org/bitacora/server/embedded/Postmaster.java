package org.bitacora.server.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.bitacora.server.embedded.ProgramRunner.ProgramResult;
import org.jboss.logging.Logger;

/** The server process of a cluster. Before a start, the processes left by an earlier start are ended. */
record Postmaster(PostgresCluster cluster, PgCtl pgCtl) {
    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(200);

    /**
     * Temporary errors: the shared memory or the lock of a server that is just ending, or a port that was taken
     * meanwhile.
     */
    private static final List<String> TRANSIENT_ERRORS =
            List.of("is still in use", "lock file \"postmaster.pid\" already exists", "Address already in use");

    /** Starts the server with a port from {@code ports} for each attempt, and returns the port. */
    int start(IntSupplier ports) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            new OrphanProcesses(cluster, pgCtl).terminate();
            int port = ports.getAsInt();
            long logPosition = pgCtl.log().size();
            ProgramResult started = pgCtl.start(port);
            if (started.succeeded()) {
                return port;
            }
            String logText = pgCtl.log().readFrom(logPosition);
            if (TRANSIENT_ERRORS.stream().noneMatch(logText::contains) || System.nanoTime() - deadline > 0) {
                throw new ServerUnavailableException(
                        "PostgreSQL did not start: " + started.output() + "\n" + logText + PostgresBinaries.rootHint());
            }
            LOG.debugf("PostgreSQL did not start; trying again: %s", logText);
            ConditionPoller.pause(STEP);
        }
    }

    /** Returns the server for a {@link Watchdog}, which restarts it on the same port. */
    SupervisedServer supervisedOn(int port) {
        return new SupervisedServer() {
            @Override
            public String name() {
                return "PostgreSQL";
            }

            @Override
            public boolean isRunning() {
                return Postmaster.this.isRunning();
            }

            @Override
            public void restart() throws IOException {
                start(() -> port);
            }

            @Override
            public void performMaintenance() {
                pgCtl.log().rotateIfLarge();
            }
        };
    }

    boolean isRunning() {
        return ServerProcesses.ofPostgres(cluster.directory()).contains(pid());
    }

    long pid() {
        return ServerProcesses.pidIn(cluster.pidFile());
    }

    void stop() {
        pgCtl.stop();
    }
}
