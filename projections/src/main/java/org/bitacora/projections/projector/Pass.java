package org.bitacora.projections.projector;

import java.util.Map;

/**
 * What came of a pass.
 *
 * @param moved how far each territory has come that moved
 * @param entries how many entries it followed
 * @param more whether another pass may find something to do
 */
public record Pass(Map<String, Long> moved, int entries, boolean more) {

    public Pass {
        moved = Map.copyOf(moved);
    }

    /** A pass that found nothing to do. */
    static Pass nothing() {
        return new Pass(Map.of(), 0, false);
    }

    /** A pass that was taken back, to be made again. */
    static Pass takenBack() {
        return new Pass(Map.of(), 0, true);
    }
}
