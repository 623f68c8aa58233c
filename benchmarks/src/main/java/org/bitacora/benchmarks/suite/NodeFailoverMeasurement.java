package org.bitacora.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.DatabasePoller;
import org.bitacora.benchmarks.testbed.GeneratedEvent;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures how long events wait when one of two nodes is killed: the maximum time from sending to recording of 200
 * events a second, sent to 60 territories over Kafka. Fails if an event is not stored exactly once.
 */
public final class NodeFailoverMeasurement implements Measurement {

    private static final int TERRITORIES = 60;
    private static final long INTERVAL_NANOS = 5_000_000;
    private static final Duration ROUND = Duration.ofSeconds(14);
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(4);
    private static final String APPENDED = "select coalesce(sum(position), 0)::bigint from head";

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public String unit() {
        return "s at most";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(10);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        List<Double> rounds = new ArrayList<>();
        try (var producer = bed.broker().producer()) {
            for (int round = 0; round < 3; round++) {
                bed.ensureNodes(2);
                rounds.add(round(bed, producer, territories, "r" + round));
                ProgressLog.print("  %.1f s", rounds.getLast());
            }
        }
        return MeasuredValue.of(Quantile.of(1, rounds));
    }

    private static double round(
            Testbed bed, KafkaProducer<byte[], byte[]> producer, List<String> territories, String round) {
        long before = bed.database().queryLong(APPENDED);
        long begin = System.nanoTime();
        boolean isKilled = false;
        int sent = 0;
        for (long due = begin; due < begin + ROUND.toNanos(); due += INTERVAL_NANOS) {
            LockSupport.parkNanos(due - System.nanoTime());
            var _ = producer.send(event(territories.get(sent % territories.size()), round, sent));
            sent++;
            if (!isKilled && due - begin > UNTIL_KILLED.toNanos()) {
                isKilled = true;
                bed.killLastNode();
            }
        }
        producer.flush();
        int all = sent;
        DatabasePoller.await(bed.database(), APPENDED, number -> number >= before + all);
        if (bed.database().queryLong(APPENDED) != before + all) {
            throw new MeasurementException("Some events were stored more than once");
        }
        return bed.database().queryLong("""
                select coalesce(max(extract(epoch from recorded_at) * 1000 - (data::jsonb ->> 'sent')::numeric), 0)::bigint
                from log where id like 'handover-%s-%%'""".formatted(round)) / 1_000.0;
    }

    private static ProducerRecord<byte[], byte[]> event(String territory, String round, int number) {
        var generatedEvent = new GeneratedEvent(
                "handover-" + round + "-" + number,
                "org.bitacora.visit.received",
                territory,
                "h-" + round + "-" + number,
                "{\"start\":\"2014\",\"sent\":" + System.currentTimeMillis() + "}");
        return new ProducerRecord<>(
                "bitacora.events.in",
                territory.getBytes(StandardCharsets.UTF_8),
                generatedEvent.toCloudEvent().getBytes());
    }
}
