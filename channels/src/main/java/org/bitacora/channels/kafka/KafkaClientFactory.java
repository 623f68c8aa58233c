package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Creates Kafka clients. The caller closes them. */
@Singleton
class KafkaClientFactory {

    /** The maximum size of a record, in bytes. An entry may contain a publication in all formats. */
    static final int LARGEST = 16 << 20;

    private static final long MEMORY = 2L * LARGEST;
    /**
     * The maximum number of bytes of a fetch, before decompression. Decompressed records may take ten times as much
     * memory.
     */
    private static final int FETCH_BYTES = 1 << 20;

    private static final int BATCH_BYTES = 256 << 10;
    private static final int REQUEST_MILLIS = 5_000;
    private static final int DELIVERY_MILLIS = 10_000;

    private final KafkaConfiguration configuration;
    private final AtomicInteger made = new AtomicInteger();

    KafkaClientFactory(KafkaConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Returns whether brokers are configured. */
    boolean isConfigured() {
        return configuration.brokers().filter(it -> !it.isEmpty()).isPresent();
    }

    /**
     * Creates a producer that preserves the order of records: one batch per partition is in flight at a time. A record
     * fails after ten seconds.
     */
    KafkaProducer<byte[], byte[]> createProducer(String name) {
        var settings = settings(name);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, MEMORY);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 50);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Creates a consumer with manual commits. It starts at the beginning of a topic, buffers little, and leaves its
     * group after six seconds without heartbeats.
     */
    KafkaConsumer<byte[], byte[]> createConsumer(String name, int most) {
        var settings = settings(name);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, configuration.name());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin createAdmin() {
        var settings = settings("admin");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        return Admin.create(settings);
    }

    private Map<String, Object> settings(String name) {
        var settings = new HashMap<String, Object>();
        configuration.client().ifPresent(file -> readProperties(file)
                .forEach((key, value) -> settings.put((String) key, value)));
        settings.put("bootstrap.servers", configuration.brokers().orElseThrow());
        settings.put("client.id", configuration.name() + "-" + name + "-" + made.incrementAndGet());
        return settings;
    }

    private static Properties readProperties(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the file named by BITACORA_KAFKA_CLIENT", e);
        }
    }
}
