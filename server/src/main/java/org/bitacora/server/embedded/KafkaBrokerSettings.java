package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

/**
 * What the broker is started with. It is alone: broker and controller in one, each topic once. So nothing is acknowledged
 * before it is on the disk; and its controller takes it back soon after it was killed.
 *
 * @param folder where it keeps everything
 * @param port where clients find it
 * @param controllerPort where its controller listens: to itself, at another port each time
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

    /** The file of the settings. */
    String settingsFile() {
        return folder.resolve("server.properties").toString();
    }

    /** The file that tells where it writes its log. */
    Path loggingFile() {
        return folder.resolve("logging.properties");
    }

    /** What it says besides its log. */
    Path outputFile() {
        return folder.resolve("output.log");
    }

    /** There once the folder has been formatted. */
    Path formatMarkerFile() {
        return folder.resolve("data").resolve("meta.properties");
    }

    /** A new name of a cluster: a random UUID in 22 letters, the first of which is no hyphen. */
    static String newClusterId() {
        var uuid = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(uuid.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(uuid.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
