package org.bitacora.api.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.bitacora.projections.relay.Handed;
import org.bitacora.projections.relay.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * Entries on their way to a topic. The first record that fails ends the producer there and then, on the thread that would
 * send the next one: so nothing arrives after what did not, and another outlet begins anew.
 */
final class KafkaOutlet implements Outlet, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Function<Handed, ProducerRecord<byte[], byte[]>> records;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    KafkaOutlet(KafkaProducer<byte[], byte[]> producer, Function<Handed, ProducerRecord<byte[], byte[]>> records) {
        this.producer = producer;
        this.records = records;
    }

    @Override
    public void take(List<Handed> entries) {
        for (var entry : entries) {
            check();
            var _ = producer.send(records.apply(entry), (_, problem) -> {
                if (problem != null && failure.compareAndSet(null, problem)) {
                    producer.close(Duration.ZERO);
                }
            });
        }
    }

    @Override
    public void settle() {
        producer.flush();
        check();
    }

    private void check() {
        var problem = failure.get();
        if (problem != null) {
            throw new KafkaException("A record did not arrive", problem);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
