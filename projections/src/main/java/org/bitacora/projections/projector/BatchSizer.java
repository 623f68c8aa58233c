package org.bitacora.projections.projector;

/**
 * Determines the size of a pass. The number of entries starts at the maximum, falls to one after a failure, and doubles
 * after every success. The number of territories is the number whose backlog filled the previous pass: a log that is far
 * behind is then projected in long ranges, for which few earlier entries have to be read.
 */
final class BatchSizer {

    private static final int TERRITORIES = 500;

    private final int limit;
    private int entries;
    private int territories = 10;

    BatchSizer(int limit) {
        this.limit = limit;
        this.entries = limit;
    }

    int maxEntries() {
        return entries;
    }

    /** Returns the number of territories that the next pass claims at most. */
    int maxTerritories() {
        return Math.min(territories, entries);
    }

    /** Records that a pass claimed {@code count} territories that were {@code behind} entries behind in total. */
    void recordClaim(int count, long behind) {
        if (behind > 0) {
            territories = Math.clamp((long) count * limit / behind, 1, TERRITORIES);
        }
    }

    boolean isAtMinimum() {
        return entries == 1;
    }

    void reduceToMinimum() {
        entries = 1;
    }

    void increase() {
        entries = Math.min(limit, entries * 2);
    }
}
