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

/** How long it took from when events were due to be posted to when listeners were told of them. */
final class ArrivalTimes {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();

    /** An event on that subject was due then, of the clock of {@link System#nanoTime}. */
    void recordDue(String subject, long at) {
        due.put(subject, at);
    }

    /** A listener was told of that subject, now. */
    void recordArrival(String subject) {
        long now = System.nanoTime();
        var begin = due.get(subject);
        if (begin != null) {
            milliseconds.add((now - begin) / 1e6);
        }
    }

    /** The 99th percentile of so many arrivals, which are waited for and counted no more. */
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
            throw new MeasurementException("%,d arrivals were expected, and %,d came".formatted(expected, all.size()));
        }
        return all;
    }
}
