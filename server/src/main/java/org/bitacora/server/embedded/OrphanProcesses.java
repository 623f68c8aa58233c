package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * What an earlier start left: PostgreSQL runs apart from the JVM and outlives one that is killed, and its own children
 * outlive it for a moment. All of it is ended before the next start; processes that are not of this cluster are not
 * touched, whatever number {@code postmaster.pid} names.
 */
record OrphanProcesses(PostgresCluster cluster, PgCtl pgCtl) {
    private static final Logger LOG = Logger.getLogger(OrphanProcesses.class);

    /** Above what any system gives to a process. */
    private static final String NO_PROCESS = "2147483646";

    void terminate() throws IOException {
        ServerProcesses processes = ServerProcesses.ofPostgres(cluster.directory());
        long pid = ServerProcesses.pidIn(cluster.pidFile());
        if (processes.contains(pid)) {
            LOG.infof("Stopping the PostgreSQL that an earlier start left running (process %d)", pid);
            pgCtl.stop();
        }
        processes.terminateAll();
        replaceStalePid(cluster.pidFile());
    }

    /**
     * PostgreSQL takes any living process that its old {@code postmaster.pid} names for itself and refuses to start. By
     * now that process is another one. Only the number is replaced: from the rest of the file PostgreSQL sees for
     * itself whether the shared memory of the old server is still in use.
     */
    private static void replaceStalePid(Path pidFile) throws IOException {
        long pid = ServerProcesses.pidIn(pidFile);
        if (pid != 0 && ProcessHandle.of(pid).isPresent()) {
            LOG.infof("postmaster.pid names process %d, which is not this PostgreSQL: left alone", pid);
            String content = Files.readString(pidFile);
            DurableFiles.write(pidFile, NO_PROCESS + content.substring(content.indexOf('\n')));
        }
    }
}
