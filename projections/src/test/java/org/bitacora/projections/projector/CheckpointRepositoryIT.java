package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that checkpoints name the head of a log with which the projections are catching up. */
class CheckpointRepositoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String VISIT = "{\"start\": \"2014\"}";

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
    private final TestLog testLog = new TestLog(DATABASE, clock::get);
    private final CheckpointRepository checkpointRepository = new CheckpointRepository(testLog.pool());

    /** Creates a log whose registration was projected at this distance from now. */
    private void register(String territory, Duration fromNow) {
        recordAt(fromNow);
        testLog.register(territory);
        testLog.projectAll();
    }

    /** Sets the distance from now at which the next entries are recorded. */
    private Instant recordAt(Duration fromNow) {
        clock.set(Instant.now().plus(fromNow));
        return clock.get();
    }

    private Checkpoint checkpoint(String territory) {
        return checkpointRepository.find(territory).await().atMost(PATIENCE).orElseThrow();
    }

    private Optional<Long> head(String territory, Optional<Instant> at) {
        return checkpointRepository
                .findPositions(List.of(territory), at)
                .await()
                .atMost(PATIENCE)
                .getFirst()
                .head();
    }

    @Test
    void aCheckpointNamesTheHeadIfTheOldestPendingEntryIsMoreThanOneSecondOld() {
        register("c-old", Duration.ofHours(-1));
        assertThat(checkpoint("c-old").head()).isEmpty();
        assertThat(checkpoint("c-old").isCatchingUp()).isFalse();

        var recordedAt = recordAt(Duration.ofSeconds(-2));
        testLog.append("c-old", "a", "visit.received", VISIT);
        recordAt(Duration.ofHours(1));
        testLog.append("c-old", "b", "visit.received", VISIT);

        assertThat(checkpoint("c-old").head()).contains(3L);
        assertThat(checkpoint("c-old").isCatchingUp()).isTrue();
        assertThat(head("c-old", Optional.empty())).contains(3L);
        assertThat(head("c-old", Optional.of(recordedAt))).contains(3L);
        assertThat(head("c-old", Optional.of(recordedAt.minusSeconds(1)))).isEmpty();

        testLog.projectAll();

        assertThat(checkpoint("c-old").position()).isEqualTo(3);
        assertThat(checkpoint("c-old").head()).isEmpty();
        assertThat(head("c-old", Optional.empty())).isEmpty();
    }

    /** The entry is recorded in the future, so that the duration of the test does not matter. */
    @Test
    void aPendingEntryThatIsNotOneSecondOldIsNotMissing() {
        register("c-new", Duration.ofHours(-1));
        recordAt(Duration.ofHours(1));
        testLog.append("c-new", "a", "visit.received", VISIT);

        assertThat(checkpoint("c-new").position()).isEqualTo(1);
        assertThat(checkpoint("c-new").head()).isEmpty();
        assertThat(head("c-new", Optional.empty())).isEmpty();
    }
}
