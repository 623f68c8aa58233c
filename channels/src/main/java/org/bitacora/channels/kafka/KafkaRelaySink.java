package org.bitacora.channels.kafka;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.projections.relay.RelaySink;
import org.bitacora.projections.relay.RelayedEntry;

/** Sends relayed entries to a topic. */
final class KafkaRelaySink implements RelaySink, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final OrderedSend orderedSend;
    private final Function<RelayedEntry, ProducerRecord<byte[], byte[]>> records;

    KafkaRelaySink(
            KafkaProducer<byte[], byte[]> producer, Function<RelayedEntry, ProducerRecord<byte[], byte[]>> records) {
        this.producer = producer;
        this.orderedSend = new OrderedSend(producer);
        this.records = records;
    }

    @Override
    public void accept(List<RelayedEntry> entries) {
        entries.forEach(entry -> orderedSend.send(records.apply(entry)));
    }

    @Override
    public void awaitDelivery() {
        orderedSend.flush();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
