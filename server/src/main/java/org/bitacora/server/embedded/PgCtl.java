package org.bitacora.server.embedded;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.server.embedded.ProgramRunner.ProgramResult;
import org.jboss.logging.Logger;

/** Starts and stops the server of a cluster. It runs in a session of its own, which Ctrl-C does not reach. */
record PgCtl(PostgresBinaries binaries, PostgresCluster cluster, PostgresLogFile log) {
    private static final Logger LOG = Logger.getLogger(PgCtl.class);

    /** Recovery after a crash may take minutes on a slow disk, and there is nothing better to do than wait for it. */
    private static final String START_SECONDS = "3600";

    private static final String STOP_SECONDS = "60";

    ProgramResult start(int port) {
        return run(
                "start",
                "--timeout=" + START_SECONDS,
                "--log=" + log.file(),
                "--options=" + PostgresSettings.commandLine(port));
    }

    /** Stops it and waits: what is committed is kept, what is not is rolled back. */
    void stop() {
        ProgramResult fast = run("stop", "--timeout=" + STOP_SECONDS, "--mode=fast");
        if (!fast.succeeded() && ServerProcesses.ofPostgres(cluster.directory()).contains(pid())) {
            LOG.warnf("PostgreSQL does not stop, and will recover at its next start: %s", fast.output());
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
