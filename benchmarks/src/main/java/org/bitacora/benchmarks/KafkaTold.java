package org.bitacora.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** From when an event was due to be posted to its arrival at a consumer of the log, 500 a second, one by one. */
final class KafkaTold implements Measurement {

    private static final int TERRITORIES = 100;
    private static final int PER_SECOND = 500;
    private static final int CONNECTIONS = 64;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();
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
        long now = System.nanoTime();
        var text = new String(record.value(), StandardCharsets.UTF_8);
        int at = text.indexOf("\"subject\":\"") + "\"subject\":\"".length();
        var begin = due.remove(text.substring(at, text.indexOf('"', at)));
        if (begin != null) {
            milliseconds.add((now - begin) / 1e6);
        }
    }

    private double round(Request request, Switchboard posting, List<String> territories) {
        int before = number.get();
        OpenLoop.milliseconds(PER_SECOND, ROUND, at -> {
            int n = number.getAndIncrement();
            var territory = territories.get(n % territories.size());
            var event = new Event("k" + n, "org.bitacora.visit.received", territory, "k" + n, "{\"start\":\"2014\"}");
            due.put(event.subject(), at);
            return posting.ask(request.event(event.json())).map(answer -> Json.of(answer, 201));
        });
        var all = all(number.get() - before);
        Progress.say(
                "  %,d arrivals: median %.1f ms, at most %.1f ms",
                all.size(), Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    private List<Double> all(int expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (milliseconds.size() < expected && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        var all = List.copyOf(milliseconds);
        milliseconds.clear();
        if (all.size() != expected) {
            throw new Unmeasurable("%,d arrivals were expected, and %,d came".formatted(expected, all.size()));
        }
        return all;
    }
}
