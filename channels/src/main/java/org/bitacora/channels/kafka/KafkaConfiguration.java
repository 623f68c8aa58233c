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

/** Configuration of the Kafka channel. */
@ConfigMapping(prefix = "bitacora.kafka")
interface KafkaConfiguration {

    /** The brokers as {@code host:port}. Without brokers the channel is disabled. */
    Optional<List<String>> brokers();

    /** A properties file of Kafka client settings: TLS, SASL and their secrets. */
    Optional<Path> client();

    /** The name of the consumer group and the prefix of client names. */
    @WithDefault("bitacora")
    String name();

    /** The names of the topics. */
    TopicNames topics();

    /**
     * The number of partitions of a topic that the channel creates: 6, or 2 with the embedded Kafka, which flushes each
     * partition separately.
     */
    int partitions();

    /** The number of consumer threads of this node. Each has its own partitions. */
    @WithDefault("2")
    int readers();

    /** The writers of the event topics. The keys are arbitrary names. */
    Map<String, TopicWriter> writers();

    /** The names of the topics. */
    interface TopicNames {

        /** The shared topic for the events of all writers that have no topic of their own. */
        @WithDefault("bitacora.events.in")
        @WithName("in")
        String events();

        /** The topic of refused records. */
        @WithDefault("bitacora.events.rejected")
        String rejected();

        /** The topic of the log. */
        @WithDefault("bitacora.log")
        String log();

        /** The topic of changed observations. */
        @WithDefault("bitacora.observations")
        String observations();
    }

    /**
     * A principal that the brokers allow to write to a topic, and its permissions. Brokers do not report the principal
     * that sent a record, so principals that share a topic can impersonate each other.
     */
    interface TopicWriter {

        /** The name of the principal, for documentation only. */
        Optional<String> principal();

        /** The topic of the writer; empty for the shared topic. */
        Optional<String> topic();

        /** The source of its events; {@code *} for any. */
        String source();

        /** Its role: source or editor. */
        @WithDefault("source")
        Role role();

        /** The territories that it may write to; empty for all. */
        Optional<Set<String>> territories();

        /** The event types that it may write, each a full name or a prefix followed by {@code *}; empty for all. */
        Optional<Set<String>> types();
    }
}
