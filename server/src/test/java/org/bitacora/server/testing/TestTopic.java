package org.bitacora.server.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** A Kafka topic as its clients see it. */
public record TestTopic(String brokers, String name) {

    private static final int SECONDS = 60;

    /** Returns the topic of this name on the broker of the application under test. */
    public static TestTopic named(String name) {
        return new TestTopic(brokersOfTheApplication(), name);
    }

    /** Returns the bootstrap address of the broker of the application under test. */
    public static String brokersOfTheApplication() {
        return ConfigProvider.getConfig().getValue("bitacora.kafka.brokers", String.class);
    }

    /** Creates the topic with one partition. */
    public TestTopic create() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(SECONDS, TimeUnit.SECONDS);
        }
        return this;
    }

    /** Sends one record and waits for its acknowledgement. */
    public void send(ProducerRecord<String, String> record) throws Exception {
        send(List.of(record));
    }

    /** Sends records and waits for their acknowledgements. */
    public void send(List<ProducerRecord<String, String>> records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "max.request.size", 4 << 20),
                new StringSerializer(),
                new StringSerializer())) {
            var sent = new ArrayList<Future<?>>();
            for (var record : records) {
                sent.add(producer.send(record));
            }
            for (var one : sent) {
                one.get(SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /** Returns a record for the topic. */
    public ProducerRecord<String, String> record(String key, String value) {
        return new ProducerRecord<>(name, key, value);
    }

    /** Returns all current records, partition by partition, each in order. */
    public List<ConsumerRecord<String, String>> readAll() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(it -> new TopicPartition(name, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }
}
