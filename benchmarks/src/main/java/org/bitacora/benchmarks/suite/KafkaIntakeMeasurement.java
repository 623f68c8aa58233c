package org.bitacora.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.ApplicationBroker;
import org.bitacora.benchmarks.testbed.DatabasePoller;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures events of 1,000 territories sent to the events topic, from the first record sent to the last entry in the
 * log. Raw limit: appends of 100 such events.
 */
public final class KafkaIntakeMeasurement implements Measurement {

    private static final int TERRITORIES = 1_000;
    private static final int CONNECTIONS = 8;
    private static final int EVENTS = 100_000;

    /** Additional warm-up rounds: the code path is long and takes the JVM half a minute to compile. */
    private static final int WARM_UPS = 4;

    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final String APPENDED = "select coalesce(sum(position), 0)::bigint from head";

    @Override
    public String name() {
        return "kafka-in";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.35);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        try (var raw = RawLog.create(bed.database(), bed.events())
                        .openBatchLoad(CONNECTIONS, EventBatchExchange.SIZE, TERRITORIES);
                var producer = bed.broker().producer("lz4")) {
            for (int i = 0; i < WARM_UPS; i++) {
                measureRound(bed, producer, territories);
                bed.projector().awaitCatchUp();
            }
            return MeasurementRounds.measure(
                    () -> {
                        double rate = measureRound(bed, producer, territories);
                        bed.projector().awaitCatchUp();
                        return rate;
                    },
                    () -> raw.measureRate(ROUND));
        }
    }

    /** Returns the events per second from the topic into the log. Fails if an event is not stored exactly once. */
    static double measureRound(Testbed bed, KafkaProducer<byte[], byte[]> producer, List<String> territories) {
        var records = createRecords(bed, territories);
        long before = bed.database().queryLong(APPENDED);
        long begin = System.nanoTime();
        ApplicationBroker.send(producer, records);
        double sendSeconds = ProgressLog.secondsSince(begin);
        DatabasePoller.await(bed.database(), APPENDED, number -> number >= before + EVENTS);
        ProgressLog.print("  sent within %.1f s", sendSeconds);
        double seconds = ProgressLog.secondsSince(begin);
        long more = bed.database().queryLong(APPENDED) - before;
        if (more != EVENTS) {
            throw new MeasurementException("Sent %,d events, but the log grew by %,d".formatted(EVENTS, more));
        }
        return EVENTS / seconds;
    }

    private static List<ProducerRecord<byte[], byte[]>> createRecords(Testbed bed, List<String> territories) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(EVENTS);
        while (records.size() < EVENTS) {
            var territory = territories.get(ThreadLocalRandom.current().nextInt(territories.size()));
            for (var generatedEvent : bed.events().nextBatch(territory, EventBatchExchange.SIZE)) {
                records.add(new ProducerRecord<>(
                        "bitacora.events.in",
                        territory.getBytes(StandardCharsets.UTF_8),
                        generatedEvent.toCloudEvent().getBytes()));
            }
        }
        return records;
    }
}
