package org.bitacora.channels.webhook;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitacora.application.background.Leisure;
import org.bitacora.projections.worker.Bell;

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
