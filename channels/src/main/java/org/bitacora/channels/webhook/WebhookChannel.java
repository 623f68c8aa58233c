package org.bitacora.channels.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.worker.Worker;

/** Starts what the channel does, and stops it before the database is left. */
@Singleton
class WebhookChannel {

    private final LogFilling log;
    private final FigureFilling figures;
    private final Courier courier;
    private final List<Worker> workers = new ArrayList<>();

    WebhookChannel(LogFilling log, FigureFilling figures, Courier courier, Following following, Bells bells) {
        following.onMoved(territories -> bells.moved(territories.keySet()));
        this.log = log;
        this.figures = figures;
        this.courier = courier;
    }

    void start(@Observes StartupEvent event) {
        List.of(log, figures, courier).forEach(it -> workers.add(Worker.start(it)));
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(Worker::end);
        workers.forEach(Worker::close);
    }
}
