package org.bitacora.channels.kafka;

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
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemResponse;
import org.jspecify.annotations.Nullable;

/**
 * The topic of refused records. Each record is copied unchanged, with the problem and its origin in headers. After a
 * crash a record may appear twice; its origin identifies it.
 */
final class DeadLetterTopic implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final JsonRenderer jsonRenderer;
    private final List<PendingRejection> sent = new ArrayList<>();

    private record PendingRejection(Future<?> acknowledgement, List<Header> problemHeaders) {}

    DeadLetterTopic(KafkaProducer<byte[], byte[]> producer, String topic, JsonRenderer jsonRenderer) {
        this.producer = producer;
        this.topic = topic;
        this.jsonRenderer = jsonRenderer;
    }

    /** Adds a refused record. */
    void add(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        var reasons = problemHeaders(record, problem);
        var headers = new RecordHeaders(record.headers().toArray());
        reasons.forEach(headers::add);
        sent.add(new PendingRejection(send(record.key(), record.value(), headers), reasons));
    }

    private Future<?> send(byte @Nullable [] key, byte @Nullable [] value, Iterable<Header> headers) {
        return producer.send(new ProducerRecord<>(topic, null, key, value, headers));
    }

    /**
     * Waits until all records are acknowledged. For a record that is too large for the topic, only the headers with the
     * problem and the origin are sent.
     */
    void flush() {
        try {
            for (var one : sent) {
                flush(one);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("Could not write to the topic of refused records", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            sent.clear();
        }
    }

    private void flush(PendingRejection pendingRejection) throws ExecutionException, InterruptedException {
        try {
            pendingRejection.acknowledgement().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            var headers = new RecordHeaders(pendingRejection.problemHeaders());
            headers.add("value-omitted", utf8("true"));
            send(null, null, headers).get();
        }
    }

    private List<Header> problemHeaders(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        return List.of(
                new RecordHeader(
                        "problem",
                        jsonRenderer
                                .render(ProblemResponse.of(problem, DetailRenderer.ENGLISH))
                                .getBytes()),
                new RecordHeader("problem-type", utf8(problem.uri())),
                new RecordHeader("problem-status", utf8(Integer.toString(problem.status()))),
                new RecordHeader("origin-topic", utf8(record.topic())),
                new RecordHeader("origin-partition", utf8(Integer.toString(record.partition()))),
                new RecordHeader("origin-offset", utf8(Long.toString(record.offset()))));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
