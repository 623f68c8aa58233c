package org.bitacora.benchmarks.progress;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints progress to standard error; standard output is reserved for the result. */
public final class ProgressLog {

    private ProgressLog() {}

    public static void print(String format, @Nullable Object... values) {
        System.err.printf(Locale.ROOT, "bench: " + format + "%n", values);
    }

    public static double secondsSince(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis() / 1_000.0;
    }
}
