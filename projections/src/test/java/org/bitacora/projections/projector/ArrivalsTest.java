package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Arrivals arrivals = new Arrivals();

    @Test
    void whoAskedBeforeTheMoveIsToldOfItThoughHeListensOnlyAfter() {
        var next = arrivals.next("br-ba");
        arrivals.moved(List.of("br-ba"));
        assertThat(next.await().atMost(PATIENCE)).isTrue();
    }

    @Test
    void allWhoWaitAreToldAndOneThatGivesUpTakesNobodyAlong() {
        var one = arrivals.next("br-ba");
        var other = arrivals.next("br-ba");
        one.subscribe().with(_ -> {}).cancel();
        arrivals.moved(List.of("br-ba"));
        assertThat(other.await().atMost(PATIENCE)).isTrue();
    }

    @Test
    void withoutAMoveOrWithThatOfAnotherLogOneLooksAnywayAfterAWhile() {
        var next = arrivals.next("br-ba");
        arrivals.moved(List.of("ar-rosario"));
        assertThat(next.await().atMost(PATIENCE)).isFalse();
    }
}
