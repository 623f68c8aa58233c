package org.bitacora.benchmarks.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * A load with a fixed rate, independent of the responses. Latency counts from the due time of a request, not from the
 * time at which it was sent. A stall therefore also counts for the requests that were due during it.
 */
public final class OpenLoop {

    private OpenLoop() {}

    /**
     * Starts a task {@code perSecond} times a second. Returns the latency of each task: the milliseconds from its due
     * time to its end.
     */
    public static List<Double> measureLatencies(int perSecond, Duration time, Supplier<Future<?>> task) {
        return measureLatencies(perSecond, time, _ -> task.get());
    }

    /**
     * Like {@link #measureLatencies(int, Duration, Supplier)}; each task receives its due time, in terms of {@link
     * System#nanoTime}.
     */
    public static List<Double> measureLatencies(int perSecond, Duration time, LongFunction<Future<?>> task) {
        long interval = 1_000_000_000L / perSecond;
        long begin = System.nanoTime();
        List<Future<Double>> all = new ArrayList<>();
        for (long due = begin; due < begin + time.toNanos(); due += interval) {
            long at = due;
            sleepUntil(due);
            all.add(task.apply(at).map(_ -> (System.nanoTime() - at) / 1e6));
        }
        return LoadClient.await(Future.all(all)).list();
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
