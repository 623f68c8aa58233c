package org.bitacora.channels.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header Retry-After (RFC 9110, section 10.2.3): a number of seconds or an instant. The result is at most
 * one day.
 */
final class RetryAfterParser {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfterParser() {}

    static Optional<Duration> parse(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        return parseDuration(header.strip(), now)
                .filter(it -> !it.isNegative())
                .map(it -> it.compareTo(LONGEST) > 0 ? LONGEST : it);
    }

    private static Optional<Duration> parseDuration(String header, Instant now) {
        if (header.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            var moment = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, moment));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
