package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

/**
 * The settings of the broker. A single process is broker and controller, and each topic has one replica, so records are
 * flushed to disk before they are acknowledged. The controller accepts the broker again soon after it was killed.
 *
 * @param folder the folder of the broker
 * @param port the port for clients
 * @param controllerPort the port of the controller, used only by the process itself; a new one for each start
 */
record KafkaBrokerSettings(Path folder, int port, int controllerPort) {

    void write() throws IOException {
        DurableFiles.write(folder.resolve("server.properties"), serverProperties());
        DurableFiles.write(folder.resolve("logging.properties"), loggingProperties());
    }

    private String serverProperties() {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%3$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%3$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%2$d
            inter.broker.listener.name=PLAINTEXT
            log.dirs=%1$s/data
            log.flush.interval.messages=1
            auto.create.topics.enable=false
            default.replication.factor=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=8
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.min.session.timeout.ms=3000
            group.initial.rebalance.delay.ms=0
            """.formatted(folder, port, controllerPort);
    }

    private String loggingProperties() {
        return """
            rootLogger.level=warn
            rootLogger.appenderRef.file.ref=file
            appender.file.type=RollingFile
            appender.file.name=file
            appender.file.fileName=%1$s/kafka.log
            appender.file.filePattern=%1$s/kafka.log.old
            appender.file.layout.type=PatternLayout
            appender.file.layout.pattern=%%d %%p %%c{1} %%m%%n%%ex
            appender.file.policies.type=SizeBasedTriggeringPolicy
            appender.file.policies.size=8MB
            """.formatted(folder);
    }

    /** Returns the settings file. */
    String settingsFile() {
        return folder.resolve("server.properties").toString();
    }

    /** Returns the logging configuration file. */
    Path loggingFile() {
        return folder.resolve("logging.properties");
    }

    /** Returns the file with the standard output and error of the process. */
    Path outputFile() {
        return folder.resolve("output.log");
    }

    /** Returns the file that exists once the folder has been formatted. */
    Path formatMarkerFile() {
        return folder.resolve("data").resolve("meta.properties");
    }

    /** Returns a new cluster id: a random UUID in 22 characters that does not start with a hyphen. */
    static String newClusterId() {
        var uuid = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(uuid.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(uuid.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
