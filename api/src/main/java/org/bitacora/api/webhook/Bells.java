package org.bitacora.api.webhook;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitacora.api.assembly.Bell;
import org.bitacora.api.assembly.Leisure;

/** What wakes those who put things into messages, and who delivers these: each has something to do once another is done. */
@Singleton
class Bells {

    private final Bell log = new Bell();
    private final Set<String> moved = ConcurrentHashMap.newKeySet();
    private final Leisure observations = new Leisure();
    private final Bell deliveries = new Bell();

    /** There may be something to tell of those logs. */
    void moved(Set<String> territories) {
        moved.addAll(territories);
        log.ring();
        observations.wake();
    }

    /** The logs that were named since the last time. */
    String[] takeMoved() {
        var taken = moved.toArray(String[]::new);
        Set.of(taken).forEach(moved::remove);
        return taken;
    }

    Bell log() {
        return log;
    }

    Leisure observations() {
        return observations;
    }

    Bell deliveries() {
        return deliveries;
    }
}
