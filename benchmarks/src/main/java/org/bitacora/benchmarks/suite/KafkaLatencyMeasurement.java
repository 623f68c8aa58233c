package org.bitacora.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.GeneratedEvent;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the time from the due time of an event to its arrival at a consumer of the log topic, at 500 single events a
 * second.
 */
public final class KafkaLatencyMeasurement implements Measurement {

    private static final int TERRITORIES = 100;
    private static final int PER_SECOND = 500;
    private static final int CONNECTIONS = 64;
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final ArrivalTimes arrivalTimes = new ArrivalTimes();
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public String name() {
        return "kafka-told";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(100);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        var isOver = new AtomicBoolean();
        var consumer = bed.broker().consumer("bitacora.log", false);
        var consumerThread = Thread.ofPlatform().start(() -> consume(consumer, isOver));
        try (var pool = bed.client().openPool(CONNECTIONS)) {
            return MeasurementRounds.measure(unit(), () -> round(bed.requests(), pool, territories));
        } finally {
            isOver.set(true);
            join(consumerThread);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("Interrupted", e);
        }
    }

    private void consume(KafkaConsumer<byte[], byte[]> openConsumer, AtomicBoolean isOver) {
        try (var consumer = openConsumer) {
            while (!isOver.get()) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::recordArrival);
            }
        }
    }

    private void recordArrival(ConsumerRecord<byte[], byte[]> record) {
        var text = new String(record.value(), StandardCharsets.UTF_8);
        int at = text.indexOf("\"subject\":\"") + "\"subject\":\"".length();
        arrivalTimes.recordArrival(text.substring(at, text.indexOf('"', at)));
    }

    private double round(LoadRequestRenderer loadRequestRenderer, ConnectionPool pool, List<String> territories) {
        int before = number.get();
        OpenLoop.measureLatencies(PER_SECOND, ROUND, at -> {
            int n = number.getAndIncrement();
            var territory = territories.get(n % territories.size());
            var generatedEvent = new GeneratedEvent(
                    "k" + n, "org.bitacora.visit.received", territory, "k" + n, "{\"start\":\"2014\"}");
            arrivalTimes.recordDue(generatedEvent.subject(), at);
            return pool.send(loadRequestRenderer.postEvent(generatedEvent.toCloudEvent()))
                    .map(loadResponse -> LoadResponseParser.parse(loadResponse, 201));
        });
        return arrivalTimes.awaitP99(number.get() - before);
    }
}
