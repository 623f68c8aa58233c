package org.bitacora.projections.projector;

import java.util.Map;

/**
 * The result of a pass.
 *
 * @param checkpoints the new checkpoint of each territory that advanced
 * @param entries the number of projected entries
 * @param hasMore whether another pass may find entries
 */
public record PassResult(Map<String, Long> checkpoints, int entries, boolean hasMore) {

    public PassResult {
        checkpoints = Map.copyOf(checkpoints);
    }

    /** Returns the result of a pass that found no entries. */
    static PassResult empty() {
        return new PassResult(Map.of(), 0, false);
    }

    /** Returns the result of a pass that was rolled back and has to be repeated. */
    static PassResult rolledBack() {
        return new PassResult(Map.of(), 0, true);
    }
}
