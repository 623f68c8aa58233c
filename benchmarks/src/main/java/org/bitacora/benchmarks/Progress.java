package org.bitacora.benchmarks;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is going on, on standard error: standard output is for the result. */
final class Progress {

    private Progress() {}

    static void say(String format, @Nullable Object... values) {
        System.err.printf(Locale.ROOT, "bench: " + format + "%n", values);
    }

    static double seconds(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis() / 1_000.0;
    }
}
