package org.bitacora.server.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.CheckpointRepository.ProjectionLag;
import org.jboss.logging.Logger;

/**
 * Gauges of the projection: the lag by kind of territory and the number of parked subjects, refreshed every few
 * seconds.
 */
@Singleton
class ProjectionMetrics {

    private static final Logger LOG = Logger.getLogger(ProjectionMetrics.class);
    private static final long INTERVAL_MILLIS = 5_000;

    private final CheckpointRepository checkpointRepository;
    private final Vertx vertx;
    private final MultiGauge events;
    private final MultiGauge seconds;
    private final AtomicLong parked = new AtomicLong();
    private long timer;

    ProjectionMetrics(CheckpointRepository checkpointRepository, Vertx vertx, MeterRegistry registry) {
        this.checkpointRepository = checkpointRepository;
        this.vertx = vertx;
        this.events = gauge(registry, "bitacora.projection.lag.events", "Entries that are not projected yet");
        this.seconds =
                gauge(registry, "bitacora.projection.lag.seconds", "Age of the oldest entry that is not projected yet");
        registry.gauge("bitacora.projection.parked", parked);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(0, INTERVAL_MILLIS, _ -> refresh());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void refresh() {
        checkpointRepository
                .findLags()
                .invoke(this::updateGauges)
                .flatMap(_ -> checkpointRepository.countParkedSubjects())
                .subscribe()
                .with(parked::set, failure -> LOG.debug("The projection lag could not be read", failure));
    }

    private void updateGauges(List<ProjectionLag> lags) {
        events.register(rows(lags, ProjectionLag::events), true);
        seconds.register(rows(lags, ProjectionLag::seconds), true);
    }

    private static List<MultiGauge.Row<?>> rows(List<ProjectionLag> lags, Function<ProjectionLag, Number> value) {
        return lags.stream()
                .<MultiGauge.Row<?>>map(projectionLag ->
                        MultiGauge.Row.of(Tags.of("kind", projectionLag.kind()), value.apply(projectionLag)))
                .toList();
    }
}
