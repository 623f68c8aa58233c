package org.bitacora.benchmarks.testbed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bitacora.benchmarks.progress.MeasurementException;

/** The Kafka broker started by the application. */
public record ApplicationBroker(String brokers) {

    static final int PARTITIONS = 6;
    private static final int SECONDS = 60;

    /**
     * Creates a producer with the defaults of Kafka, except for larger batches. Like the application it waits for all
     * acknowledgements; it does not compress and has five batches in flight.
     */
    public KafkaProducer<byte[], byte[]> producer() {
        return producer("none");
    }

    /** Creates the same producer with this compression. */
    public KafkaProducer<byte[], byte[]> producer(String compression) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        compression,
                        "batch.size",
                        256 << 10,
                        "buffer.memory",
                        64L << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Creates a consumer of all partitions of a topic, from the beginning or from the end. */
    public KafkaConsumer<byte[], byte[]> consumer(String topic, boolean fromBeginning) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers, "fetch.max.wait.ms", 100),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
        return consumer;
    }

    /** Returns the first {@code count} records of a topic, addressed to the topic {@code as}. */
    public List<ProducerRecord<byte[], byte[]>> readRecords(String topic, int count, String as) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(count);
        try (var consumer = consumer(topic, true)) {
            while (records.size() < count) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(it -> records.add(new ProducerRecord<>(as, null, it.key(), it.value(), it.headers())));
            }
        }
        return records.subList(0, count);
    }

    /** Sends records and waits until all are acknowledged. */
    public static void send(KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        Future<?> last = null;
        for (var record : records) {
            last = producer.send(record);
        }
        producer.flush();
        if (last != null) {
            await(last);
        }
    }

    public void createTopic(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            await(admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture());
        }
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new MeasurementException("Kafka failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("Interrupted", e);
        }
    }
}
