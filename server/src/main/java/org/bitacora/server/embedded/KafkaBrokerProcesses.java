package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.logging.Logger;

/** The broker that works in a folder, whoever started it. */
record KafkaBrokerProcesses(ServerProcesses processes) {
    private static final Logger LOG = Logger.getLogger(KafkaBrokerProcesses.class);

    /** Those that work in that folder; none where there is no such folder. */
    static KafkaBrokerProcesses workingIn(Path folder) {
        try {
            Path real = Files.exists(folder) ? folder.toRealPath() : folder;
            return new KafkaBrokerProcesses(new ServerProcesses(real, Set.of("java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks them to stop, and waits until none is left; those that stay are ended. */
    void terminate() {
        for (ProcessHandle process : processes.all()) {
            LOG.infof("Stopping the Kafka that an earlier start left running (process %d)", process.pid());
            process.destroy();
        }
        processes.terminateAll();
    }
}
