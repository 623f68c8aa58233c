package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * A Kafka broker of our own, in a process of its own, with its data kept in a {@link DataDirectory} and flushed before
 * they are acknowledged, as there is no other broker that has them. It listens to this machine only. When it dies it
 * comes back by itself on the same port. It survives the sudden end of this process, and the next start on the directory
 * ends it properly before its own.
 */
public final class KafkaServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KafkaServer.class);

    private final KafkaBroker kafkaBroker;
    private final Watchdog watchdog;

    private KafkaServer(KafkaBroker kafkaBroker) {
        this.kafkaBroker = kafkaBroker;
        this.watchdog = new Watchdog(kafkaBroker);
    }

    /**
     * Starts the broker, and returns when it answers.
     *
     * @param libraries the folder with the jars of the broker
     * @throws ServerUnavailableException if it cannot be had; data that are there are never changed by that
     */
    public static KafkaServer start(DataDirectory directory, Path libraries, int port) {
        long begin = System.nanoTime();
        try {
            KafkaServer server = new KafkaServer(KafkaBroker.openIn(directory.kafka(), libraries, port));
            server.kafkaBroker.restart();
            server.watchdog.start();
            LOG.infof("Kafka is ready on port %d after %d ms", port, (System.nanoTime() - begin) / 1_000_000);
            return server;
        } catch (IOException e) {
            throw new ServerUnavailableException("Kafka could not be set up in " + directory.kafka() + ": " + e, e);
        }
    }

    /** As {@link #start(DataDirectory, Path, int)}, on any port that is free. */
    public static KafkaServer start(DataDirectory directory, Path libraries) {
        return start(directory, libraries, PortAllocator.findFreePort());
    }

    /** Ends what an earlier start left running, where this one wants no broker. */
    public static void terminateOrphans(DataDirectory directory) {
        KafkaBrokerProcesses.workingIn(directory.kafka()).terminate();
    }

    /** Where clients find it. */
    public String brokers() {
        return PostgresServer.HOST + ":" + kafkaBroker.port();
    }

    /** The process of the broker now. */
    long pid() {
        return kafkaBroker.pid();
    }

    /** Looks after the broker no longer, as a process that is killed does. */
    void stopWatching() {
        watchdog.close();
    }

    /** Stops the broker and waits. */
    @Override
    public void close() {
        kafkaBroker.stopWaiting();
        watchdog.close();
        kafkaBroker.stop();
        LOG.info("Kafka has stopped");
    }
}
