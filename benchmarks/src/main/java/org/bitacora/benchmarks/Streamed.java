package org.bitacora.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * From when an event was due to be posted to its arrival at each of those who listen: 500 streams, 50 of each of ten
 * territories, to which 100 events a second are posted one by one.
 */
final class Streamed implements Measurement {

    private static final int TERRITORIES = 10;
    private static final int READERS = 500;
    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public String name() {
        return "stream";
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
        try (var listening = new Listening(this::told);
                var posting = bed.web().switchboard(CONNECTIONS)) {
            listening.open(bed.web(), territories, READERS);
            return Rounds.of(unit(), () -> round(bed.request(), posting, territories));
        }
    }

    private double round(Request request, Switchboard posting, List<String> territories) {
        int before = number.get();
        OpenLoop.milliseconds(PER_SECOND, ROUND, at -> {
            int n = number.getAndIncrement();
            var territory = territories.get(n % territories.size());
            var event = new Event("s" + n, "org.bitacora.visit.received", territory, "s" + n, "{\"start\":\"2014\"}");
            due.put(territory + "/s" + n, at);
            return posting.ask(request.event(event.json())).map(answer -> Json.of(answer, 201));
        });
        int expected = (number.get() - before) * READERS / TERRITORIES;
        var all = all(expected);
        Progress.say(
                "  %,d arrivals: median %.1f ms, at most %.1f ms",
                all.size(), Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    private void told(String subject) {
        long now = System.nanoTime();
        var begin = due.get(subject);
        if (begin != null) {
            milliseconds.add((now - begin) / 1e6);
        }
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
