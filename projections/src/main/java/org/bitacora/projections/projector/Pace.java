package org.bitacora.projections.projector;

/**
 * How many entries a pass takes: all that it may, one after a failure, then twice as many after every success. And from
 * how many territories: as many as that took in the pass before, so that a log far behind is followed in long stretches,
 * whose activities need not be looked up in what was before.
 */
final class Pace {

    private static final int TERRITORIES = 500;

    private final int most;
    private int entries;
    private int territories = 10;

    Pace(int most) {
        this.most = most;
        this.entries = most;
    }

    int entries() {
        return entries;
    }

    /** How many territories a pass claims. */
    int territories() {
        return Math.min(territories, entries);
    }

    /** A pass claimed that many territories, which were that far behind together. */
    void claimed(int count, long behind) {
        if (behind > 0) {
            territories = Math.clamp((long) count * most / behind, 1, TERRITORIES);
        }
    }

    boolean isSlowest() {
        return entries == 1;
    }

    void slowest() {
        entries = 1;
    }

    void faster() {
        entries = Math.min(most, entries * 2);
    }
}
