package org.bitacora.channels.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The delays after failed attempts.
 *
 * @param schedule the delay after the first attempt, after the second, and so on
 */
record RetrySchedule(List<Duration> schedule) {

    private static final double JITTER = 0.1;

    RetrySchedule {
        schedule = List.copyOf(schedule);
    }

    /**
     * Returns the delay after an attempt, counted from 1; empty after the last attempt. The scheduled delay varies by
     * up to ten percent, so that simultaneous failures are retried at different times. If the receiver requested a
     * longer delay, that delay is returned.
     */
    Optional<Duration> nextDelay(int attempt, Optional<Duration> retryAfter, RandomGenerator random) {
        if (attempt > schedule.size()) {
            return Optional.empty();
        }
        long millis = schedule.get(attempt - 1).toMillis();
        var scheduled = Duration.ofMillis(Math.round(millis * random.nextDouble(1 - JITTER, 1 + JITTER)));
        return Optional.of(retryAfter.filter(it -> it.compareTo(scheduled) > 0).orElse(scheduled));
    }
}
