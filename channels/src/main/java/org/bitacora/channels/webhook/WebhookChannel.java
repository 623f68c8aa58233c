package org.bitacora.channels.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.worker.BackgroundWorker;

/** Starts the workers of the webhook channel, and stops them before the database is closed. */
@Singleton
class WebhookChannel {

    private final LogMessageProducer log;
    private final ObservationMessageProducer figures;
    private final DeliveryWorker deliveryWorker;
    private final List<BackgroundWorker> workers = new ArrayList<>();

    WebhookChannel(
            LogMessageProducer log,
            ObservationMessageProducer figures,
            DeliveryWorker deliveryWorker,
            ProjectionTracker projectionTracker,
            DeliverySignals deliverySignals) {
        projectionTracker.onProjected(territories -> deliverySignals.signalTerritories(territories.keySet()));
        this.log = log;
        this.figures = figures;
        this.deliveryWorker = deliveryWorker;
    }

    void start(@Observes StartupEvent event) {
        List.of(log, figures, deliveryWorker).forEach(it -> workers.add(BackgroundWorker.start(it)));
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(BackgroundWorker::requestStop);
        workers.forEach(BackgroundWorker::close);
    }
}
