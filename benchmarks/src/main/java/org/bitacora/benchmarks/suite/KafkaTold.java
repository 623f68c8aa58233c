package org.bitacora.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.load.Switchboard;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Event;
import org.bitacora.benchmarks.testbed.Testbed;

/** From when an event was due to be posted to its arrival at a consumer of the log, 500 a second, one by one. */
public final class KafkaTold implements Measurement {

    private static final int TERRITORIES = 100;
    private static final int PER_SECOND = 500;
    private static final int CONNECTIONS = 64;
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final Arrivals arrivals = new Arrivals();
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
    public Floor floor() {
        return new Floor.AtMost(100);
    }

    @Override
    public Measured measure(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        var isOver = new AtomicBoolean();
        var consumer = bed.kafka().consumer("bitacora.log", false);
        var listening = Thread.ofPlatform().start(() -> listen(consumer, isOver));
        try (var posting = bed.web().switchboard(CONNECTIONS)) {
            return Rounds.of(unit(), () -> round(bed.request(), posting, territories));
        } finally {
            isOver.set(true);
            join(listening);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }

    private void listen(KafkaConsumer<byte[], byte[]> listening, AtomicBoolean isOver) {
        try (var consumer = listening) {
            while (!isOver.get()) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::told);
            }
        }
    }

    private void told(ConsumerRecord<byte[], byte[]> record) {
        var text = new String(record.value(), StandardCharsets.UTF_8);
        int at = text.indexOf("\"subject\":\"") + "\"subject\":\"".length();
        arrivals.told(text.substring(at, text.indexOf('"', at)));
    }

    private double round(Request request, Switchboard posting, List<String> territories) {
        int before = number.get();
        OpenLoop.milliseconds(PER_SECOND, ROUND, at -> {
            int n = number.getAndIncrement();
            var territory = territories.get(n % territories.size());
            var event = new Event("k" + n, "org.bitacora.visit.received", territory, "k" + n, "{\"start\":\"2014\"}");
            arrivals.due(event.subject(), at);
            return posting.ask(request.event(event.json())).map(answer -> Json.of(answer, 201));
        });
        return arrivals.p99(number.get() - before);
    }
}
