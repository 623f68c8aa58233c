package org.bitacora.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final RetrySchedule WAITS =
            new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofMinutes(10)));
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private static Optional<Duration> after(int attempt, Optional<Duration> retryAfter) {
        return WAITS.nextDelay(attempt, retryAfter, new Random(attempt));
    }

    @Test
    void delaysGrowAndEnd() {
        assertThat(after(1, Optional.empty()).orElseThrow()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        assertThat(after(2, Optional.empty()).orElseThrow()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(after(3, Optional.empty())).isEmpty();
    }

    @Test
    void aReceiverCanRequestALongerButNotAShorterDelay() {
        assertThat(after(1, Optional.of(Duration.ofHours(1)))).contains(Duration.ofHours(1));
        assertThat(after(2, Optional.of(Duration.ofSeconds(1))).orElseThrow()).isGreaterThan(Duration.ofMinutes(8));
    }

    @Test
    void retryAfterIsANumberOfSecondsOrAnInstant() {
        assertThat(RetryAfterParser.parse("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfterParser.parse("Fri, 27 Nov 2026 10:05:00 GMT", NOW)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfterParser.parse("999999999", NOW)).contains(Duration.ofDays(1));
        assertThat(RetryAfterParser.parse("Fri, 27 Nov 2026 09:00:00 GMT", NOW)).isEmpty();
        assertThat(RetryAfterParser.parse("soon", NOW)).isEmpty();
        assertThat(RetryAfterParser.parse(null, NOW)).isEmpty();
    }
}
