package org.bitacora.projections.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Suspends territories whose observations cannot be computed for two minutes, so that they do not block the others. */
public final class TerritoryBackoff {

    private static final Duration BACKOFF = Duration.ofMinutes(2);

    private final Map<String, Long> until = new HashMap<>();

    /** Suspends a territory from now on. */
    public void suspend(String territory) {
        until.put(territory, System.nanoTime() + BACKOFF.toNanos());
    }

    /** Returns the suspended territories as an array parameter. */
    public Object suspendedTerritories() {
        until.values().removeIf(it -> System.nanoTime() - it > 0);
        return until.keySet().toArray(String[]::new);
    }
}
