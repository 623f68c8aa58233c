package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Processes left by an earlier start. PostgreSQL runs separately from the JVM and survives a killed JVM, and its own
 * children survive it for a moment. All of them are ended before the next start. Processes of other clusters are never
 * ended, even if {@code postmaster.pid} contains their pid.
 */
record OrphanProcesses(PostgresCluster cluster, PgCtl pgCtl) {
    private static final Logger LOG = Logger.getLogger(OrphanProcesses.class);

    /** A pid above the maximum of any system. */
    private static final String NO_PROCESS = "2147483646";

    void terminate() throws IOException {
        ServerProcesses processes = ServerProcesses.ofPostgres(cluster.directory());
        long pid = ServerProcesses.pidIn(cluster.pidFile());
        if (processes.contains(pid)) {
            LOG.infof("Stopping a PostgreSQL server left running by an earlier start (process %d)", pid);
            pgCtl.stop();
        }
        processes.terminateAll();
        replaceStalePid(cluster.pidFile());
    }

    /**
     * Replaces a stale pid. PostgreSQL refuses to start if the pid in its old {@code postmaster.pid} belongs to a
     * living process, even to an unrelated one. Only the pid is replaced: the rest of the file tells PostgreSQL whether
     * the shared memory of the old server is still in use.
     */
    private static void replaceStalePid(Path pidFile) throws IOException {
        long pid = ServerProcesses.pidIn(pidFile);
        if (pid != 0 && ProcessHandle.of(pid).isPresent()) {
            LOG.infof("postmaster.pid contains pid %d of another program; that process is left running", pid);
            String content = Files.readString(pidFile);
            DurableFiles.write(pidFile, NO_PROCESS + content.substring(content.indexOf('\n')));
        }
    }
}
