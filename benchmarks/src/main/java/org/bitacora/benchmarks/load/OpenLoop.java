package org.bitacora.benchmarks.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Load that keeps its pace whatever the answers do. A time counts from when a request was due, not from when it was
 * sent: a stall is felt by all that would have come meanwhile.
 */
public final class OpenLoop {

    private OpenLoop() {}

    /** Begins a task so many times a second; for each how many milliseconds it took from when it was due. */
    public static List<Double> measureLatencies(int perSecond, Duration time, Supplier<Future<?>> task) {
        return measureLatencies(perSecond, time, _ -> task.get());
    }

    /** The same; each task is told when it was due, of the clock of {@link System#nanoTime}. */
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
