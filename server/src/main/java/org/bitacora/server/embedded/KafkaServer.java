package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * An embedded Kafka broker in a separate process. Its data are kept in a {@link DataDirectory} and flushed before they
 * are acknowledged, because there is no replica. It accepts connections from this machine only. If the broker dies, it
 * is restarted on the same port. If this process is killed, the broker keeps running until the next start on the
 * directory stops it properly.
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
     * Starts the broker and returns when it accepts connections.
     *
     * @param libraries the folder with the jars of the broker
     * @throws ServerUnavailableException if the broker cannot be started; existing data are never changed by a failed
     *     start
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

    /** Starts the broker like {@link #start(DataDirectory, Path, int)}, on a free port. */
    public static KafkaServer start(DataDirectory directory, Path libraries) {
        return start(directory, libraries, PortAllocator.findFreePort());
    }

    /** Stops a broker that an earlier start left running, for a start without a broker. */
    public static void terminateOrphans(DataDirectory directory) {
        KafkaBrokerProcesses.workingIn(directory.kafka()).terminate();
    }

    /** Returns the bootstrap address for clients. */
    public String brokers() {
        return PostgresServer.HOST + ":" + kafkaBroker.port();
    }

    /** Returns the current process id of the broker. */
    long pid() {
        return kafkaBroker.pid();
    }

    /** Stops only the watchdog, as if this process had been killed. */
    void stopWatching() {
        watchdog.close();
    }

    /** Stops the broker and waits until it has ended. */
    @Override
    public void close() {
        kafkaBroker.stopWaiting();
        watchdog.close();
        kafkaBroker.stop();
        LOG.info("Kafka has stopped");
    }
}
