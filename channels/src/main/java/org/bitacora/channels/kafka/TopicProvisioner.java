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
 * The topics that the channel needs: those that are missing are made, so many times on different brokers as these do by
 * default; those that are there are looked at, and left as they are.
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
     * What is known of topics.
     *
     * @param cluster which Kafka they are of
     * @param configs the settings of each, as far as they may be seen
     */
    record TopicSettings(String cluster, Map<String, Config> configs) {

        /** The name of a channel to a topic: the place of one Kafka is not that of another. */
        String channelName(String topic) {
            return "kafka:" + cluster + ":" + topic;
        }

        /** The bytes that a record of a topic may have at the most. */
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

    /** Makes what is missing of some topics, and says what is there. Fails where the brokers do not answer, or the log cannot be kept. */
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
        var wanted = new LinkedHashMap<String, Map<String, String>>();
        eventTopics()
                .forEach(it -> wanted.put(it, retentionSettings("delete", TimeUnit.DAYS.toMillis(7) + "", 2 << 20)));
        wanted.put(topicNames.rejected(), retentionSettings("delete", TimeUnit.DAYS.toMillis(30) + "", 4 << 20));
        wanted.put(topicNames.log(), retentionSettings("delete", FOREVER, KafkaClientFactory.LARGEST));
        wanted.put(topicNames.observations(), retentionSettings("compact", FOREVER, 1 << 20));
        return wanted;
    }

    /** The topics on which events come in. */
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
        var wanted = requiredTopics();
        wanted.keySet().retainAll(names);
        try {
            var there = await(admin.listTopics().names());
            wanted.keySet().removeAll(there);
        } catch (AuthorizationException e) {
            LOG.warnf("The topics of Kafka may not be listed: %s", e.getMessage());
        }
        wanted.forEach((name, settings) -> createMissing(admin, name, settings));
    }

    private void createMissing(Admin admin, String name, Map<String, String> settings) {
        var topic = new NewTopic(name, Optional.of(configuration.partitions()), Optional.empty()).configs(settings);
        try {
            await(admin.createTopics(List.of(topic)).all());
            LOG.infof("Made the topic %s", name);
        } catch (TopicExistsException _) {
            // another node was faster
        } catch (AuthorizationException e) {
            LOG.warnf("The topic %s is not there and may not be made: %s", name, e.getMessage());
        }
    }

    private static Map<String, Config> readSettings(Admin admin, Collection<String> names) {
        var configs = new HashMap<String, Config>();
        for (var name : names) {
            try {
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
                describeConfigs(admin, resource).forEach(it -> configs.put(name, it));
            } catch (AuthorizationException e) {
                LOG.warnf("The settings of the topic %s may not be seen: %s", name, e.getMessage());
            }
        }
        return configs;
    }

    /** One that was just made may not be known everywhere yet. */
    private static Collection<Config> describeConfigs(Admin admin, ConfigResource resource) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            try {
                return await(admin.describeConfigs(List.of(resource)).all()).values();
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() > end) {
                    throw new KafkaException("The topic " + resource.name() + " is not there", e);
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    private void validate(TopicSettings topicSettings) {
        var topicNames = configuration.topics();
        if (cleanupPolicies(topicSettings, topicNames.log()).contains("compact")) {
            throw new KafkaException("The topic " + topicNames.log() + " is compacted: it would keep one entry of each"
                    + " territory. Set its " + TopicConfig.CLEANUP_POLICY_CONFIG + " to delete.");
        }
        if (topicSettings
                .setting(topicNames.log(), TopicConfig.RETENTION_MS_CONFIG)
                .filter(it -> !it.equals(FOREVER))
                .isPresent()) {
            LOG.warnf("The topic %s forgets: who begins later will not see the whole log", topicNames.log());
        }
        if (cleanupPolicies(topicSettings, topicNames.observations()).contains("delete")) {
            LOG.warnf(
                    "The topic %s is not compacted alone: figures that do not move are lost",
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
            throw new KafkaException("The brokers do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }
}
