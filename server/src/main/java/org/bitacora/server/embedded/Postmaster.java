package org.bitacora.server.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.bitacora.server.embedded.Program.Finished;
import org.jboss.logging.Logger;

/** The running server of a cluster: brought up whatever was left of the one before, watched, and stopped. */
record Postmaster(Cluster cluster, PgCtl pgCtl) {
    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(200);

    /** What passes by itself: the memory or the lock of a server about to be gone, a port that another one took. */
    private static final List<String> PASSING =
            List.of("is still in use", "lock file \"postmaster.pid\" already exists", "Address already in use");

    /** Starts it, asking for a port before each try, and answers with the one that it has. */
    int start(IntSupplier ports) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            new LeftOver(cluster, pgCtl).end();
            int port = ports.getAsInt();
            long place = pgCtl.log().end();
            Finished started = pgCtl.start(port);
            if (started.succeeded()) {
                return port;
            }
            String why = pgCtl.log().since(place);
            if (PASSING.stream().noneMatch(why::contains) || System.nanoTime() - deadline > 0) {
                throw new ServerUnavailable(
                        "PostgreSQL did not start: " + started.output() + "\n" + why + Binaries.hint());
            }
            LOG.debugf("PostgreSQL did not start yet: %s", why);
            Waiting.pause(STEP);
        }
    }

    /** The server on the port that it has, for who watches it. */
    Watched on(int port) {
        return new Watched() {
            @Override
            public String name() {
                return "PostgreSQL";
            }

            @Override
            public boolean isRunning() {
                return Postmaster.this.isRunning();
            }

            @Override
            public void startAgain() throws IOException {
                start(() -> port);
            }

            @Override
            public void tidy() {
                pgCtl.log().trim();
            }
        };
    }

    boolean isRunning() {
        return WorkingProcesses.ofPostgres(cluster.directory()).include(pid());
    }

    long pid() {
        return WorkingProcesses.pidIn(cluster.pidFile());
    }

    void stop() {
        pgCtl.stop();
    }
}
