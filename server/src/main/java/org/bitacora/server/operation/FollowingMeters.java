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
import org.bitacora.projections.projector.Positions;
import org.bitacora.projections.projector.Positions.Lag;
import org.jboss.logging.Logger;

/** How far following is behind, by kind of territory, and how much is parked: looked up every few seconds. */
@Singleton
class FollowingMeters {

    private static final Logger LOG = Logger.getLogger(FollowingMeters.class);
    private static final long EVERY_MILLIS = 5_000;

    private final Positions positions;
    private final Vertx vertx;
    private final MultiGauge events;
    private final MultiGauge seconds;
    private final AtomicLong parked = new AtomicLong();
    private long timer;

    FollowingMeters(Positions positions, Vertx vertx, MeterRegistry registry) {
        this.positions = positions;
        this.vertx = vertx;
        this.events = gauge(registry, "bitacora.projection.lag.events", "Entries that are not projected yet");
        this.seconds = gauge(registry, "bitacora.projection.lag.seconds", "How long the oldest of them has waited");
        registry.gauge("bitacora.projection.parked", parked);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(0, EVERY_MILLIS, _ -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        positions
                .lag()
                .invoke(this::show)
                .flatMap(_ -> positions.parkedInAll())
                .subscribe()
                .with(parked::set, failure -> LOG.debug("No lag to show now", failure));
    }

    private void show(List<Lag> lags) {
        events.register(rows(lags, Lag::events), true);
        seconds.register(rows(lags, Lag::seconds), true);
    }

    private static List<MultiGauge.Row<?>> rows(List<Lag> lags, Function<Lag, Number> value) {
        return lags.stream()
                .<MultiGauge.Row<?>>map(lag -> MultiGauge.Row.of(Tags.of("kind", lag.kind()), value.apply(lag)))
                .toList();
    }
}
