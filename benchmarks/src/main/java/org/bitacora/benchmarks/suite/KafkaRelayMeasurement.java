package org.bitacora.benchmarks.suite;

import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.ApplicationBroker;
import org.bitacora.benchmarks.testbed.DatabasePoller;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the relay of the whole log to its topic. Raw limit: a plain producer that sends the same records from
 * memory.
 */
public final class KafkaRelayMeasurement implements Measurement {

    private static final int RECORDS = 400_000;
    private static final String TOPIC = "bitacora.log";
    private static final String RAW_TOPIC = "bench.raw";
    private static final String RESET_RELAY =
            "update relay set position = 0 where channel like 'kafka:%:" + TOPIC + "'";
    static final String BACKLOG = """
            select coalesce(sum(head.position - relay.position), 0)::bigint from head join relay using (territory)
            where relay.channel like 'kafka:%%:%s'""".formatted(TOPIC);
    private static final String LOG_ENTRIES = "select coalesce(sum(position), 0)::bigint from head";

    @Override
    public String name() {
        return "kafka-out";
    }

    @Override
    public String unit() {
        return "entries/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.5);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.seeder().ensureLog(RECORDS);
        DatabasePoller.await(bed.database(), BACKLOG);
        var records = bed.broker().readRecords(TOPIC, RECORDS, RAW_TOPIC);
        bed.broker().createTopic(RAW_TOPIC);
        try (var producer = bed.broker().producer()) {
            return MeasurementRounds.measure(() -> measureRelayRate(bed), () -> measureProducerRate(producer, records));
        }
    }

    /** Returns the entries per second when the whole log is relayed again. */
    static double measureRelayRate(Testbed bed) {
        var applicationDatabase = bed.database();
        long entries = applicationDatabase.queryLong(LOG_ENTRIES);
        long begin = System.nanoTime();
        applicationDatabase.execute(RESET_RELAY);
        bed.seeder().postSingleEvent();
        DatabasePoller.await(applicationDatabase, BACKLOG);
        return entries / ProgressLog.secondsSince(begin);
    }

    private static double measureProducerRate(
            KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        long begin = System.nanoTime();
        ApplicationBroker.send(producer, records);
        return records.size() / ProgressLog.secondsSince(begin);
    }
}
