package org.bitacora.channels.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends records in order. After the first failure the producer is closed on the sending thread before the next record
 * is sent, so that no record is written after a missing one. The sender then starts again with another producer.
 */
final class OrderedSend {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    OrderedSend(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        throwIfFailed();
        var _ = producer.send(record, (_, problem) -> {
            if (problem != null && failure.compareAndSet(null, problem)) {
                producer.close(Duration.ZERO);
            }
        });
    }

    /** Waits until all records are acknowledged. Throws a {@link KafkaException} if one failed. */
    void flush() {
        producer.flush();
        throwIfFailed();
    }

    private void throwIfFailed() {
        var problem = failure.get();
        if (problem != null) {
            throw new KafkaException("A record was not acknowledged", problem);
        }
    }
}
