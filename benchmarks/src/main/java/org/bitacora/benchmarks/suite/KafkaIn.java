package org.bitacora.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Backlog;
import org.bitacora.benchmarks.testbed.Kafka;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Events of 1,000 territories sent to the topic of events, from the first that is sent to the last that is in the log;
 * beside raw appends in hundreds of such events.
 */
public final class KafkaIn implements Measurement {

    private static final int TERRITORIES = 1_000;
    private static final int CONNECTIONS = 8;
    private static final int EVENTS = 100_000;

    /** Beside the one that never counts: its way is long, and a JVM takes half a minute to compile it. */
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
    public Floor floor() {
        return new Floor.Part(0.35);
    }

    @Override
    public Measured measure(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        try (var raw = RawLog.create(bed.database(), bed.registry()).batches(CONNECTIONS, Batches.SIZE, TERRITORIES);
                var producer = bed.kafka().producer("lz4")) {
            for (int i = 0; i < WARM_UPS; i++) {
                round(bed, producer, territories);
                bed.projection().catchUp();
            }
            return Rounds.of(
                    () -> {
                        double rate = round(bed, producer, territories);
                        bed.projection().catchUp();
                        return rate;
                    },
                    () -> raw.perSecond(ROUND));
        }
    }

    /** How many events a second come from the topic into the log; each of them once. */
    static double round(Testbed bed, KafkaProducer<byte[], byte[]> producer, List<String> territories) {
        var records = records(bed, territories);
        long before = bed.database().number(APPENDED);
        long begin = System.nanoTime();
        Kafka.send(producer, records);
        double sent = Progress.seconds(begin);
        Backlog.await(bed.database(), APPENDED, number -> number >= before + EVENTS);
        Progress.say("  sent within %.1f s", sent);
        double seconds = Progress.seconds(begin);
        long more = bed.database().number(APPENDED) - before;
        if (more != EVENTS) {
            throw new Unmeasurable("%,d events were sent, and the log has %,d more".formatted(EVENTS, more));
        }
        return EVENTS / seconds;
    }

    private static List<ProducerRecord<byte[], byte[]>> records(Testbed bed, List<String> territories) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(EVENTS);
        while (records.size() < EVENTS) {
            var territory = territories.get(ThreadLocalRandom.current().nextInt(territories.size()));
            for (var event : bed.registry().batch(territory, Batches.SIZE)) {
                records.add(new ProducerRecord<>(
                        "bitacora.events.in",
                        territory.getBytes(StandardCharsets.UTF_8),
                        event.json().getBytes()));
            }
        }
        return records;
    }
}
