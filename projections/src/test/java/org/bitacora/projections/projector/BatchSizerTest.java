package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizerTest {

    private final BatchSizer batchSizer = new BatchSizer(2_000);

    @Test
    void fewLogsFarBehindAreFollowedInLongStretches() {
        batchSizer.recordClaim(10, 10_000);
        assertThat(batchSizer.maxTerritories()).isEqualTo(2);
    }

    @Test
    void manyLogsALittleBehindAreFollowedTogether() {
        batchSizer.recordClaim(10, 10);
        assertThat(batchSizer.maxTerritories()).isEqualTo(500);
    }

    @Test
    void oneLogHoweverFarBehindIsStillFollowed() {
        batchSizer.recordClaim(1, 1_000_000);
        assertThat(batchSizer.maxTerritories()).isEqualTo(1);
    }

    @Test
    void whatFindsNothingKeepsItsPace() {
        int before = batchSizer.maxTerritories();
        batchSizer.recordClaim(0, 0);
        assertThat(batchSizer.maxTerritories()).isEqualTo(before);
    }

    @Test
    void afterAFailureOneEntryIsTakenThenTwiceAsManyEachTime() {
        batchSizer.reduceToMinimum();
        assertThat(batchSizer.isAtMinimum()).isTrue();
        assertThat(batchSizer.maxTerritories()).isEqualTo(1);
        batchSizer.increase();
        batchSizer.increase();
        assertThat(batchSizer.maxEntries()).isEqualTo(4);
    }
}
