package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.logging.Logger;

/** The broker that works in a folder, whoever started it. */
record BrokerProcesses(WorkingProcesses processes) {
    private static final Logger LOG = Logger.getLogger(BrokerProcesses.class);

    /** Those that work in that folder; none where there is no such folder. */
    static BrokerProcesses in(Path folder) {
        try {
            Path real = Files.exists(folder) ? folder.toRealPath() : folder;
            return new BrokerProcesses(new WorkingProcesses(real, Set.of("java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks them to stop, and waits until none is left; those that stay are ended. */
    void end() {
        for (ProcessHandle process : processes.all()) {
            LOG.infof("Stopping the Kafka that an earlier start left running (process %d)", process.pid());
            process.destroy();
        }
        processes.endAll();
    }
}
