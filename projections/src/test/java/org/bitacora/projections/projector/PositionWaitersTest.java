package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionWaitersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PositionWaiters positionWaiters = new PositionWaiters();

    @Test
    void anAdvanceBeforeTheSubscriptionIsNotMissed() {
        var next = positionWaiters.awaitNextMove("br-ba");
        positionWaiters.completeWaiters(List.of("br-ba"));
        assertThat(next.await().atMost(PATIENCE)).isTrue();
    }

    @Test
    void allWaitersAreNotifiedEvenIfOneCancels() {
        var one = positionWaiters.awaitNextMove("br-ba");
        var other = positionWaiters.awaitNextMove("br-ba");
        one.subscribe().with(_ -> {}).cancel();
        positionWaiters.completeWaiters(List.of("br-ba"));
        assertThat(other.await().atMost(PATIENCE)).isTrue();
    }

    @Test
    void aWaitTimesOutWithoutAnAdvanceOfItsLog() {
        var next = positionWaiters.awaitNextMove("br-ba");
        positionWaiters.completeWaiters(List.of("ar-rosario"));
        assertThat(next.await().atMost(PATIENCE)).isFalse();
    }
}
