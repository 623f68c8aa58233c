package org.bitacora.benchmarks.suite;

import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.testbed.Backlog;
import org.bitacora.benchmarks.testbed.Kafka;
import org.bitacora.benchmarks.testbed.Testbed;

/** The whole log told again on its topic, beside a plain producer that sends the very same records from memory. */
public final class KafkaOut implements Measurement {

    private static final int RECORDS = 400_000;
    private static final String TOPIC = "bitacora.log";
    private static final String RAW = "bench.raw";
    private static final String ANEW = "update relay set position = 0 where channel like 'kafka:%:" + TOPIC + "'";
    static final String LEFT = """
            select coalesce(sum(head.position - relay.position), 0)::bigint from head join relay using (territory)
            where relay.channel like 'kafka:%%:%s'""".formatted(TOPIC);
    private static final String ALL = "select coalesce(sum(position), 0)::bigint from head";

    @Override
    public String name() {
        return "kafka-out";
    }

    @Override
    public String unit() {
        return "entries/s";
    }

    @Override
    public Floor floor() {
        return new Floor.Part(0.5);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.seed().log(RECORDS);
        Backlog.await(bed.database(), LEFT);
        var records = bed.kafka().records(TOPIC, RECORDS, RAW);
        bed.kafka().make(RAW);
        try (var producer = bed.kafka().producer()) {
            return Rounds.of(() -> relayed(bed), () -> produced(producer, records));
        }
    }

    /** How many entries a second are told, when the whole log is told anew. */
    static double relayed(Testbed bed) {
        var database = bed.database();
        long entries = database.number(ALL);
        long begin = System.nanoTime();
        database.run(ANEW);
        bed.seed().postOne();
        Backlog.await(database, LEFT);
        return entries / Progress.seconds(begin);
    }

    private static double produced(
            KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        long begin = System.nanoTime();
        Kafka.send(producer, records);
        return records.size() / Progress.seconds(begin);
    }
}
