package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that checkpoints name the head of a log with which the projections are catching up. */
class CheckpointRepositoryIT {

    private static final String TERRITORY = "c-one";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);
    private final CheckpointRepository checkpointRepository = new CheckpointRepository(testLog.pool());

    private Checkpoint checkpoint() {
        return checkpointRepository.find(TERRITORY).await().atMost(PATIENCE).orElseThrow();
    }

    private TerritoryPosition position(Optional<Instant> at) {
        return checkpointRepository
                .findPositions(List.of(TERRITORY), at)
                .await()
                .atMost(PATIENCE)
                .getFirst();
    }

    @Test
    void aCheckpointNamesTheHeadOnceTheOldestPendingEntryIsMoreThanOneSecondOld() throws InterruptedException {
        testLog.register(TERRITORY);
        testLog.projectAll();
        var before = Instant.now();
        assertThat(checkpoint().head()).isEmpty();
        assertThat(checkpoint().isCatchingUp()).isFalse();
        Thread.sleep(10);
        testLog.append(TERRITORY, "a", "visit.received", "{\"start\": \"2014\"}");
        testLog.append(TERRITORY, "b", "visit.received", "{\"start\": \"2014\"}");
        Thread.sleep(1_100);

        assertThat(checkpoint().head()).contains(3L);
        assertThat(checkpoint().isCatchingUp()).isTrue();
        assertThat(position(Optional.empty()).head()).contains(3L);
        assertThat(position(Optional.of(Instant.now())).head()).contains(3L);
        assertThat(position(Optional.of(before)).head()).isEmpty();

        testLog.projectAll();

        assertThat(checkpoint().head()).isEmpty();
        assertThat(checkpoint().position()).isEqualTo(3);
        assertThat(position(Optional.empty()).head()).isEmpty();
    }
}
