package org.bitacora.server.embedded;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.server.embedded.ProgramRunner.ProgramResult;
import org.jboss.logging.Logger;

/**
 * Starts and stops the server of a cluster. The server runs in a separate session, so that Ctrl-C does not reach it.
 */
record PgCtl(PostgresBinaries binaries, PostgresCluster cluster, PostgresLogFile log) {
    private static final Logger LOG = Logger.getLogger(PgCtl.class);

    /** The start timeout. It is long because recovery after a crash may take minutes on a slow disk. */
    private static final String START_SECONDS = "3600";

    private static final String STOP_SECONDS = "60";

    ProgramResult start(int port) {
        return run(
                "start",
                "--timeout=" + START_SECONDS,
                "--log=" + log.file(),
                "--options=" + PostgresSettings.commandLine(port));
    }

    /** Stops the server and waits until it has ended. Committed transactions are kept, others are rolled back. */
    void stop() {
        ProgramResult fast = run("stop", "--timeout=" + STOP_SECONDS, "--mode=fast");
        if (!fast.succeeded() && ServerProcesses.ofPostgres(cluster.directory()).contains(pid())) {
            LOG.warnf("PostgreSQL did not stop in time and will recover at its next start: %s", fast.output());
            run("stop", "--timeout=" + STOP_SECONDS, "--mode=immediate");
        }
    }

    private ProgramResult run(String action, String... options) {
        List<String> arguments = new ArrayList<>(List.of(action, "--wait", "--silent"));
        arguments.add("--pgdata=" + cluster.directory());
        arguments.addAll(List.of(options));
        return binaries.run(cluster.directory(), "", "pg_ctl", arguments);
    }

    private long pid() {
        return ServerProcesses.pidIn(cluster.pidFile());
    }
}
