package org.bitacora.projections.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Territories of which something cannot be computed now: they are left alone for a while, so that the others need not wait. */
public final class TerritoryBackoff {

    private static final Duration BACKOFF = Duration.ofMinutes(2);

    private final Map<String, Long> until = new HashMap<>();

    /** Leaves it alone from now on. */
    public void suspend(String territory) {
        until.put(territory, System.nanoTime() + BACKOFF.toNanos());
    }

    /** Those that are left alone, as an array for a statement. */
    public Object suspendedTerritories() {
        until.values().removeIf(it -> System.nanoTime() - it > 0);
        return until.keySet().toArray(String[]::new);
    }
}
