package org.bitacora.channels.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.access.Role;

/** Which Kafka is used, and how. */
@ConfigMapping(prefix = "bitacora.kafka")
interface KafkaConfiguration {

    /** Where the brokers are, {@code host:port}; without them there is no such channel. */
    Optional<List<String>> brokers();

    /** A file of client properties as Kafka's own tools take it: TLS, SASL and their secrets. */
    Optional<Path> client();

    /** What the consumer group is called, and what the names of the clients begin with. */
    @WithDefault("bitacora")
    String name();

    /** What the topics are called. */
    TopicNames topics();

    /** How many partitions a topic gets that is made here: 6, or 2 on a Kafka of our own, which flushes each by itself. */
    int partitions();

    /** How many threads of this node read events; each has partitions of its own. */
    @WithDefault("2")
    int readers();

    /** Who may write on the topics of events, by any short name. */
    Map<String, TopicWriter> writers();

    /** The topics. */
    interface TopicNames {

        /** Events of whoever has no topic of its own. */
        @WithDefault("bitacora.events.in")
        @WithName("in")
        String events();

        /** What was refused of them. */
        @WithDefault("bitacora.events.rejected")
        String rejected();

        /** The log. */
        @WithDefault("bitacora.log")
        String log();

        /** The figures. */
        @WithDefault("bitacora.observations")
        String observations();
    }

    /**
     * A principal that the brokers let write on a topic, and what it may say there. Brokers do not tell who sent a record:
     * those who share a topic can speak for each other.
     */
    interface TopicWriter {

        /** Who it is, for people. */
        Optional<String> principal();

        /** Its topic; the one of all where it has none of its own. */
        Optional<String> topic();

        /** The source that its events name; {@code *} for any. */
        String source();

        /** What it may do in general: source, or editor. */
        @WithDefault("source")
        Role role();

        /** The territories that it may write; every one where none is named. */
        Optional<Set<String>> territories();

        /** The event types that it may write, each whole or as a beginning with {@code *}; every one where none is named. */
        Optional<Set<String>> types();
    }
}
