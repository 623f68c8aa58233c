package org.bitacora.projections.follow;

/** How many entries a pass takes: all that it may, one after a failure, then twice as many after every success. */
final class Pace {

    private final int most;
    private int entries;

    Pace(int most) {
        this.most = most;
        this.entries = most;
    }

    int entries() {
        return entries;
    }

    /** How many territories a pass claims, so that each gets at least an entry. */
    int territories(int usual) {
        return Math.min(usual, entries);
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
