package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.logging.Logger;

/** The broker processes that work in a folder, regardless of the process that started them. */
record KafkaBrokerProcesses(ServerProcesses processes) {
    private static final Logger LOG = Logger.getLogger(KafkaBrokerProcesses.class);

    /** Returns the processes of a folder; none if the folder does not exist. */
    static KafkaBrokerProcesses workingIn(Path folder) {
        try {
            Path real = Files.exists(folder) ? folder.toRealPath() : folder;
            return new KafkaBrokerProcesses(new ServerProcesses(real, Set.of("java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the processes and waits until none is left; those that do not stop are killed. */
    void terminate() {
        for (ProcessHandle process : processes.all()) {
            LOG.infof("Stopping a Kafka broker left running by an earlier start (process %d)", process.pid());
            process.destroy();
        }
        processes.terminateAll();
    }
}
