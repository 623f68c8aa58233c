package org.bitacora.projections.projector;

/**
 * How many entries a pass takes: all that it may, one after a failure, then twice as many after every success. And from
 * how many territories: as many as that took in the pass before, so that a log far behind is followed in long stretches,
 * whose activities need not be looked up in what was before.
 */
final class BatchSizer {

    private static final int TERRITORIES = 500;

    private final int most;
    private int entries;
    private int territories = 10;

    BatchSizer(int most) {
        this.most = most;
        this.entries = most;
    }

    int maxEntries() {
        return entries;
    }

    /** How many territories a pass claims. */
    int maxTerritories() {
        return Math.min(territories, entries);
    }

    /** A pass claimed that many territories, which were that far behind together. */
    void recordClaim(int count, long behind) {
        if (behind > 0) {
            territories = Math.clamp((long) count * most / behind, 1, TERRITORIES);
        }
    }

    boolean isAtMinimum() {
        return entries == 1;
    }

    void reduceToMinimum() {
        entries = 1;
    }

    void increase() {
        entries = Math.min(most, entries * 2);
    }
}
