package org.bitacora.channels.webhook;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitacora.application.background.BackgroundThrottle;
import org.bitacora.projections.worker.WakeSignal;

/**
 * Signals between the producers of messages and the delivery worker. A producer wakes the worker after it has stored
 * messages. The worker wakes the producers after a successful delivery.
 */
@Singleton
class DeliverySignals {

    private final WakeSignal logSignal = new WakeSignal();
    private final Set<String> pendingTerritories = ConcurrentHashMap.newKeySet();
    private final BackgroundThrottle observationThrottle = new BackgroundThrottle();
    private final WakeSignal deliverySignal = new WakeSignal();

    /** Signals that these territories may have new messages. */
    void signalTerritories(Set<String> territories) {
        pendingTerritories.addAll(territories);
        logSignal.signal();
        observationThrottle.wake();
    }

    /** Returns and clears the territories that were signalled since the last call. */
    String[] drainTerritories() {
        var drained = pendingTerritories.toArray(String[]::new);
        Set.of(drained).forEach(pendingTerritories::remove);
        return drained;
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
