package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Creates the missing topics of the channel with the default replication of the brokers, and checks the settings of
 * existing topics without changing them.
 */
@Singleton
class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);
    private static final int SECONDS = 15;
    private static final long AGAIN_NANOS = 50_000_000;
    private static final String FOREVER = "-1";

    private final KafkaClientFactory kafkaClientFactory;
    private final KafkaConfiguration configuration;

    TopicProvisioner(KafkaClientFactory kafkaClientFactory, KafkaConfiguration configuration) {
        this.kafkaClientFactory = kafkaClientFactory;
        this.configuration = configuration;
    }

    /**
     * The settings of topics.
     *
     * @param cluster the id of the Kafka cluster
     * @param configs the settings by topic, without the topics whose settings this node is not authorized to read
     */
    record TopicSettings(String cluster, Map<String, Config> configs) {

        /**
         * The channel name of a topic. It contains the cluster id, because a checkpoint of one cluster is not valid for
         * another.
         */
        String channelName(String topic) {
            return "kafka:" + cluster + ":" + topic;
        }

        /** The maximum size of a record of a topic in bytes. */
        int maxRecordBytes(String topic) {
            return setting(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                    .map(Integer::parseInt)
                    .map(it -> Math.min(it, KafkaClientFactory.LARGEST))
                    .orElse(1 << 20);
        }

        private Optional<String> setting(String topic, String name) {
            return Optional.ofNullable(configs.get(topic))
                    .flatMap(it -> Optional.ofNullable(it.get(name)))
                    .flatMap(it -> Optional.ofNullable(it.value()));
        }
    }

    /**
     * Creates missing topics and returns the settings of all of them. Throws a {@link KafkaException} if the brokers do
     * not respond, or if the log topic would lose entries with its settings.
     */
    synchronized TopicSettings ensureTopics(Collection<String> names) {
        try (var admin = kafkaClientFactory.createAdmin()) {
            createMissing(admin, names);
            var topicSettings =
                    new TopicSettings(await(admin.describeCluster().clusterId()), readSettings(admin, names));
            validate(topicSettings);
            return topicSettings;
        }
    }

    private Map<String, Map<String, String>> requiredTopics() {
        var topicNames = configuration.topics();
        var required = new LinkedHashMap<String, Map<String, String>>();
        eventTopics()
                .forEach(it -> required.put(it, retentionSettings("delete", TimeUnit.DAYS.toMillis(7) + "", 2 << 20)));
        required.put(topicNames.rejected(), retentionSettings("delete", TimeUnit.DAYS.toMillis(30) + "", 4 << 20));
        required.put(topicNames.log(), retentionSettings("delete", FOREVER, KafkaClientFactory.LARGEST));
        required.put(topicNames.observations(), retentionSettings("compact", FOREVER, 1 << 20));
        return required;
    }

    /** The topics that events are consumed from. */
    List<String> eventTopics() {
        var all = new ArrayList<>(List.of(configuration.topics().events()));
        configuration.writers().values().forEach(it -> it.topic().ifPresent(all::add));
        return all.stream().distinct().toList();
    }

    private static Map<String, String> retentionSettings(String policy, String millis, int largest) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, policy,
                TopicConfig.RETENTION_MS_CONFIG, millis,
                TopicConfig.RETENTION_BYTES_CONFIG, FOREVER,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largest));
    }

    private void createMissing(Admin admin, Collection<String> names) {
        var missing = requiredTopics();
        missing.keySet().retainAll(names);
        try {
            var existing = await(admin.listTopics().names());
            missing.keySet().removeAll(existing);
        } catch (AuthorizationException e) {
            LOG.warnf("Not authorized to list topics: %s", e.getMessage());
        }
        missing.forEach((name, settings) -> createMissing(admin, name, settings));
    }

    private void createMissing(Admin admin, String name, Map<String, String> settings) {
        var topic = new NewTopic(name, Optional.of(configuration.partitions()), Optional.empty()).configs(settings);
        try {
            await(admin.createTopics(List.of(topic)).all());
            LOG.infof("Created topic %s", name);
        } catch (TopicExistsException _) {
            // another node created it first
        } catch (AuthorizationException e) {
            LOG.warnf("Topic %s does not exist, and creating it is not authorized: %s", name, e.getMessage());
        }
    }

    private static Map<String, Config> readSettings(Admin admin, Collection<String> names) {
        var configs = new HashMap<String, Config>();
        for (var name : names) {
            try {
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
                describeConfigs(admin, resource).forEach(it -> configs.put(name, it));
            } catch (AuthorizationException e) {
                LOG.warnf("Not authorized to read the settings of topic %s: %s", name, e.getMessage());
            }
        }
        return configs;
    }

    /** Reads the settings of a topic. Retries for a while, because not every broker may know a new topic yet. */
    private static Collection<Config> describeConfigs(Admin admin, ConfigResource resource) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try {
                return await(admin.describeConfigs(List.of(resource)).all()).values();
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() > end) {
                    throw new KafkaException("Topic " + resource.name() + " does not exist", e);
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    private void validate(TopicSettings topicSettings) {
        var topicNames = configuration.topics();
        if (cleanupPolicies(topicSettings, topicNames.log()).contains("compact")) {
            throw new KafkaException(
                    "Topic " + topicNames.log() + " is compacted and would keep only one entry per territory."
                            + " Set its " + TopicConfig.CLEANUP_POLICY_CONFIG + " to delete.");
        }
        if (topicSettings
                .setting(topicNames.log(), TopicConfig.RETENTION_MS_CONFIG)
                .filter(it -> !it.equals(FOREVER))
                .isPresent()) {
            LOG.warnf(
                    "Topic %s has limited retention: consumers that start later will not see the whole log",
                    topicNames.log());
        }
        if (cleanupPolicies(topicSettings, topicNames.observations()).contains("delete")) {
            LOG.warnf(
                    "Topic %s is not only compacted: observations that do not change are lost",
                    topicNames.observations());
        }
    }

    private static Collection<String> cleanupPolicies(TopicSettings topicSettings, String topic) {
        return topicSettings
                .setting(topic, TopicConfig.CLEANUP_POLICY_CONFIG)
                .map(it -> List.of(it.split(",", -1)))
                .orElse(List.of());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("The brokers did not respond within " + SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }
}
