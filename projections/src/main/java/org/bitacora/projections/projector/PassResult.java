package org.bitacora.projections.projector;

import java.util.Map;

/**
 * What came of a pass.
 *
 * @param checkpoints how far each territory has come that moved
 * @param entries how many entries it followed
 * @param hasMore whether another pass may find something to do
 */
public record PassResult(Map<String, Long> checkpoints, int entries, boolean hasMore) {

    public PassResult {
        checkpoints = Map.copyOf(checkpoints);
    }

    /** A pass that found nothing to do. */
    static PassResult empty() {
        return new PassResult(Map.of(), 0, false);
    }

    /** A pass that was taken back, to be made again. */
    static PassResult rolledBack() {
        return new PassResult(Map.of(), 0, true);
    }
}
