package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizerTest {

    private final BatchSizer batchSizer = new BatchSizer(2_000);

    @Test
    void logsThatAreFarBehindAreProjectedInLongRanges() {
        batchSizer.recordClaim(10, 10_000);
        assertThat(batchSizer.maxTerritories()).isEqualTo(2);
    }

    @Test
    void manyLogsThatAreSlightlyBehindShareAPass() {
        batchSizer.recordClaim(10, 10);
        assertThat(batchSizer.maxTerritories()).isEqualTo(500);
    }

    @Test
    void aPassClaimsAtLeastOneLog() {
        batchSizer.recordClaim(1, 1_000_000);
        assertThat(batchSizer.maxTerritories()).isEqualTo(1);
    }

    @Test
    void anEmptyPassKeepsTheSize() {
        int before = batchSizer.maxTerritories();
        batchSizer.recordClaim(0, 0);
        assertThat(batchSizer.maxTerritories()).isEqualTo(before);
    }

    @Test
    void theSizeFallsToOneAfterAFailureAndThenDoubles() {
        batchSizer.reduceToMinimum();
        assertThat(batchSizer.isAtMinimum()).isTrue();
        assertThat(batchSizer.maxTerritories()).isEqualTo(1);
        batchSizer.increase();
        batchSizer.increase();
        assertThat(batchSizer.maxEntries()).isEqualTo(4);
    }
}
