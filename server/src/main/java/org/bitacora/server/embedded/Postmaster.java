package org.bitacora.server.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.bitacora.server.embedded.ProgramRunner.ProgramResult;
import org.jboss.logging.Logger;

/** The running server of a cluster: brought up whatever was left of the one before, watched, and stopped. */
record Postmaster(PostgresCluster cluster, PgCtl pgCtl) {
    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(200);

    /** What passes by itself: the memory or the lock of a server about to be gone, a port that another one took. */
    private static final List<String> TRANSIENT_ERRORS =
            List.of("is still in use", "lock file \"postmaster.pid\" already exists", "Address already in use");

    /** Starts it, asking for a port before each try, and answers with the one that it has. */
    int start(IntSupplier ports) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            new OrphanProcesses(cluster, pgCtl).terminate();
            int port = ports.getAsInt();
            long place = pgCtl.log().size();
            ProgramResult started = pgCtl.start(port);
            if (started.succeeded()) {
                return port;
            }
            String why = pgCtl.log().readFrom(place);
            if (TRANSIENT_ERRORS.stream().noneMatch(why::contains) || System.nanoTime() - deadline > 0) {
                throw new ServerUnavailableException(
                        "PostgreSQL did not start: " + started.output() + "\n" + why + PostgresBinaries.rootHint());
            }
            LOG.debugf("PostgreSQL did not start yet: %s", why);
            ConditionPoller.pause(STEP);
        }
    }

    /** The server on the port that it has, for who watches it. */
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
