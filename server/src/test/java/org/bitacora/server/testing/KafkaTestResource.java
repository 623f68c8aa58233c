package org.bitacora.server.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.bitacora.server.embedded.DataDirectory;
import org.bitacora.server.embedded.KafkaServer;

/** Provides the embedded Kafka broker besides the database, with two configured writers. */
public class KafkaTestResource implements QuarkusTestResourceLifecycleManager {

    /** The folder with the jars of the broker. */
    public static final Path LIBRARIES = Path.of("../deploy/kafka/target/lib");

    private DataDirectory directory;
    private KafkaServer server;

    @Override
    public Map<String, String> start() {
        directory = TestDirectories.open();
        server = KafkaServer.start(directory, LIBRARIES);
        return Map.of(
                "bitacora.kafka.brokers",
                server.brokers(),
                "bitacora.kafka.writers.protocol.source",
                "urn:test:protocol",
                "bitacora.kafka.writers.protocol.types",
                "org.bitacora.visit.*,org.bitacora.activity.*",
                "bitacora.kafka.writers.archive.source",
                "*",
                "bitacora.kafka.writers.archive.role",
                "editor",
                "bitacora.kafka.writers.archive.topic",
                "bitacora.events.in.archive");
    }

    /** Kills the broker like {@code kill -9}; the watchdog restarts it. */
    public static void kill() {
        ProcessHandle.current()
                .children()
                .filter(it -> it.info().commandLine().orElse("").contains("kafka.Kafka"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            TestDirectories.closeAndDelete(directory);
        }
    }
}
