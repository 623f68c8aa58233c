package org.bitacora.api.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bitacora.api.answer.Json;
import org.bitacora.api.problem.Problem;

/**
 * The topic of what was refused: each record as it came, with the problem and where it came from in headers. After a crash
 * one may come twice; its origin tells.
 */
final class Rejections implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Json json;
    private final List<Future<?>> sent = new ArrayList<>();

    Rejections(KafkaProducer<byte[], byte[]> producer, String topic, Json json) {
        this.producer = producer;
        this.topic = topic;
        this.json = json;
    }

    /** Sends a record there. */
    void add(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        var headers = headers(record, problem);
        try {
            sent.add(producer.send(new ProducerRecord<>(topic, null, record.key(), record.value(), headers)));
        } catch (RecordTooLargeException _) {
            sent.add(producer.send(
                    new ProducerRecord<>(topic, null, record.key(), null, headers.add("value-omitted", utf8("true")))));
        }
    }

    /** Returns when all have arrived. */
    void settle() {
        try {
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("What was refused could not be told", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            sent.clear();
        }
    }

    private Headers headers(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add("problem", json.whole(problem).getBytes());
        headers.add("problem-type", utf8(problem.type()));
        headers.add("problem-status", utf8(Integer.toString(problem.status())));
        headers.add("origin-topic", utf8(record.topic()));
        headers.add("origin-partition", utf8(Integer.toString(record.partition())));
        headers.add("origin-offset", utf8(Long.toString(record.offset())));
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
