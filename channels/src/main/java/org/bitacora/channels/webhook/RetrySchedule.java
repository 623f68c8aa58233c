package org.bitacora.channels.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after an attempt that failed.
 *
 * @param schedule after the first, the second …
 */
record RetrySchedule(List<Duration> schedule) {

    private static final double JITTER = 0.1;

    RetrySchedule {
        schedule = List.copyOf(schedule);
    }

    /**
     * After that attempt, counted from 1: as scheduled, give or take a tenth, so that what failed together does not come back
     * together; or as long as the receiver wants. Empty where it was the last.
     */
    Optional<Duration> nextDelay(int attempt, Optional<Duration> wanted, RandomGenerator random) {
        if (attempt > schedule.size()) {
            return Optional.empty();
        }
        long millis = schedule.get(attempt - 1).toMillis();
        var scheduled = Duration.ofMillis(Math.round(millis * random.nextDouble(1 - JITTER, 1 + JITTER)));
        return Optional.of(wanted.filter(it -> it.compareTo(scheduled) > 0).orElse(scheduled));
    }
}
