package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(2_000);

    @Test
    void fewLogsFarBehindAreFollowedInLongStretches() {
        pace.claimed(10, 10_000);
        assertThat(pace.territories()).isEqualTo(2);
    }

    @Test
    void manyLogsALittleBehindAreFollowedTogether() {
        pace.claimed(10, 10);
        assertThat(pace.territories()).isEqualTo(500);
    }

    @Test
    void oneLogHoweverFarBehindIsStillFollowed() {
        pace.claimed(1, 1_000_000);
        assertThat(pace.territories()).isEqualTo(1);
    }

    @Test
    void whatFindsNothingKeepsItsPace() {
        int before = pace.territories();
        pace.claimed(0, 0);
        assertThat(pace.territories()).isEqualTo(before);
    }

    @Test
    void afterAFailureOneEntryIsTakenThenTwiceAsManyEachTime() {
        pace.slowest();
        assertThat(pace.isSlowest()).isTrue();
        assertThat(pace.territories()).isEqualTo(1);
        pace.faster();
        pace.faster();
        assertThat(pace.entries()).isEqualTo(4);
    }
}
