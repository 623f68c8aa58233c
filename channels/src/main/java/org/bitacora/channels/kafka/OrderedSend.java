package org.bitacora.channels.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way, in order. The first that fails ends the producer there and then, on the thread that would send the
 * next one: so nothing arrives after what did not, and whoever sends begins anew with another producer.
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

    /** Returns when everything that was sent has arrived, and fails where something did not. */
    void flush() {
        producer.flush();
        throwIfFailed();
    }

    private void throwIfFailed() {
        var problem = failure.get();
        if (problem != null) {
            throw new KafkaException("A record did not arrive", problem);
        }
    }
}
