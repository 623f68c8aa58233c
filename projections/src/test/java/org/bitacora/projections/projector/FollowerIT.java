package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FollowerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final Logbook logbook = new Logbook(DATABASE);
    private final Map<String, Long> reached = new ConcurrentHashMap<>();

    @Test
    void whatNobodyWokeItForIsFollowedThoughItIsWokenForOthersAllTheTime() {
        logbook.register("t-woken");
        logbook.register("t-quiet");

        try (var follower = new Follower(logbook.projector(100), reached::putAll).start()) {
            assertThat(comes(() -> {
                        follower.wake(Set.of("t-woken"));
                        return reached.containsKey("t-quiet");
                    }))
                    .isTrue();
        }
    }

    @Test
    void whatWasAppendedIsFollowedToItsEndInMoreThanOnePass() {
        logbook.register("t-long");
        for (int i = 0; i < 30; i++) {
            logbook.say("t-long", "v" + i, "visit.received", "{}");
        }

        try (var follower = new Follower(logbook.projector(7), reached::putAll).start()) {
            follower.wake(Set.of("t-long"));
            assertThat(comes(() -> reached.getOrDefault("t-long", 0L) == 31)).isTrue();
        }
    }

    private static boolean comes(BooleanSupplier condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return condition.getAsBoolean();
    }
}
