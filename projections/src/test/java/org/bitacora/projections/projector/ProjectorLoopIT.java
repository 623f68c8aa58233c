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

class ProjectorLoopIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);
    private final Map<String, Long> reached = new ConcurrentHashMap<>();

    @Test
    void aLogIsProjectedWithoutAWakeWhileOthersAreWokenContinuously() {
        testLog.register("t-woken");
        testLog.register("t-quiet");

        try (var projectorLoop = new ProjectorLoop(testLog.projector(100), reached::putAll).start()) {
            assertThat(becomesTrue(() -> {
                        projectorLoop.wake(Set.of("t-woken"));
                        return reached.containsKey("t-quiet");
                    }))
                    .isTrue();
        }
    }

    @Test
    void aLongLogIsProjectedToItsHeadInSeveralPasses() {
        testLog.register("t-long");
        for (int i = 0; i < 30; i++) {
            testLog.append("t-long", "v" + i, "visit.received", "{}");
        }

        try (var projectorLoop = new ProjectorLoop(testLog.projector(7), reached::putAll).start()) {
            projectorLoop.wake(Set.of("t-long"));
            assertThat(becomesTrue(() -> reached.getOrDefault("t-long", 0L) == 31))
                    .isTrue();
        }
    }

    private static boolean becomesTrue(BooleanSupplier condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return condition.getAsBoolean();
    }
}
