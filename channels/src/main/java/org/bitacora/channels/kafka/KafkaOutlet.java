package org.bitacora.channels.kafka;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.projections.relay.Handed;
import org.bitacora.projections.relay.Outlet;

/** Entries on their way to a topic. */
final class KafkaOutlet implements Outlet, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Sending sending;
    private final Function<Handed, ProducerRecord<byte[], byte[]>> records;

    KafkaOutlet(KafkaProducer<byte[], byte[]> producer, Function<Handed, ProducerRecord<byte[], byte[]>> records) {
        this.producer = producer;
        this.sending = new Sending(producer);
        this.records = records;
    }

    @Override
    public void take(List<Handed> entries) {
        entries.forEach(entry -> sending.send(records.apply(entry)));
    }

    @Override
    public void settle() {
        sending.settle();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
