package org.bitacora.channels.webhook;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitacora.application.background.BackgroundThrottle;
import org.bitacora.projections.worker.WakeSignal;

/** What wakes those who put things into messages, and who delivers these: each has something to do once another is done. */
@Singleton
class DeliverySignals {

    private final WakeSignal logSignal = new WakeSignal();
    private final Set<String> pendingTerritories = ConcurrentHashMap.newKeySet();
    private final BackgroundThrottle observationThrottle = new BackgroundThrottle();
    private final WakeSignal deliverySignal = new WakeSignal();

    /** There may be something to tell of those logs. */
    void signalTerritories(Set<String> territories) {
        pendingTerritories.addAll(territories);
        logSignal.signal();
        observationThrottle.wake();
    }

    /** The logs that were named since the last time. */
    String[] drainTerritories() {
        var taken = pendingTerritories.toArray(String[]::new);
        Set.of(taken).forEach(pendingTerritories::remove);
        return taken;
    }

    WakeSignal logSignal() {
        return logSignal;
    }

    BackgroundThrottle observationThrottle() {
        return observationThrottle;
    }

    WakeSignal deliverySignal() {
        return deliverySignal;
    }
}
