package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;

/** The times from the due times of events to their arrival at readers. */
final class ArrivalTimes {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();

    /** Records when an event about this subject is due, in terms of {@link System#nanoTime}. */
    void recordDue(String subject, long at) {
        due.put(subject, at);
    }

    /** Records that a reader has just received an event about this subject. */
    void recordArrival(String subject) {
        long now = System.nanoTime();
        var begin = due.get(subject);
        if (begin != null) {
            milliseconds.add((now - begin) / 1e6);
        }
    }

    /** Waits for {@code expected} arrivals, returns their 99th percentile and forgets them. */
    double awaitP99(int expected) {
        var all = awaitArrivals(expected);
        ProgressLog.print(
                "  %,d arrivals: median %.1f ms, at most %.1f ms",
                all.size(), Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    private List<Double> awaitArrivals(int expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (milliseconds.size() < expected && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        var all = List.copyOf(milliseconds);
        milliseconds.clear();
        due.clear();
        if (all.size() != expected) {
            throw new MeasurementException("Expected %,d arrivals, got %,d".formatted(expected, all.size()));
        }
        return all;
    }
}
