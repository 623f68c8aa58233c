package org.bitacora.server.wiring;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.bitacora.channels.webhook.WebhookConnections;
import org.bitacora.domain.activity.Fold;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.postgres.LogSettings;
import org.bitacora.eventlog.postgres.PostgresLog;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.activity.Activities;
import org.bitacora.projections.actor.Actors;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Coverage;
import org.bitacora.projections.indicator.FigurePool;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.change.Changes;
import org.bitacora.projections.indicator.change.Unhurried;
import org.bitacora.projections.indicator.evidence.Evidence;
import org.bitacora.projections.indicator.query.Figures;
import org.bitacora.projections.indicator.query.Harvest;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.projector.Pending;
import org.bitacora.projections.projector.Positions;
import org.bitacora.projections.projector.Projector;
import org.bitacora.projections.projector.Rebuild;
import org.bitacora.projections.publication.Publications;
import org.bitacora.projections.publication.Touches;
import org.bitacora.projections.strategy.Feedback;
import org.bitacora.projections.strategy.Strategies;
import org.bitacora.projections.territory.Members;
import org.bitacora.projections.territory.Territories;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes one of each part. */
class Assembly {

    private static final int FIGURE_CONNECTIONS = 6;
    private static final int WEBHOOK_CONNECTIONS = 4;

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /** An event loop for each processor, and not two as is usual: PostgreSQL works beside them on the same machine. */
    @Produces
    @Singleton
    VertxOptionsCustomizer loops() {
        return options -> options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
    }

    @Produces
    @Singleton
    @Named("log")
    Pool logPool(Vertx vertx, DatabaseConfiguration database, LogConfiguration configuration) {
        return database.pool(vertx, "", configuration.connections());
    }

    void close(@Disposes @Named("log") Pool pool) {
        pool.close();
    }

    @Produces
    @Singleton
    WebhookConnections webhookConnections(Vertx vertx, DatabaseConfiguration database) {
        return new WebhookConnections(database.pool(vertx, "", WEBHOOK_CONNECTIONS));
    }

    void close(@Disposes WebhookConnections connections) {
        connections.pool().close();
    }

    @Produces
    @Singleton
    EventLog log(@Named("log") Pool pool, InstantSource clock, LogConfiguration configuration, MeterRegistry meters) {
        var sizes = DistributionSummary.builder("bitacora.append.group")
                .description("Events in one append transaction")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        var settings = new LogSettings(
                configuration.lanes(), configuration.busy(), configuration.group(), configuration.waiting());
        return new PostgresLog(pool, clock, settings, sizes::record);
    }

    @Produces
    @Singleton
    Upcasters upcasters() {
        return new Upcasters(List.of());
    }

    @Produces
    @Singleton
    Projector projector(@Named("log") Pool pool, Upcasters upcasters, LogConfiguration configuration) {
        return new Projector(pool, upcasters, Fold::of, configuration.pass());
    }

    @Produces
    @Singleton
    Following following(Projector projector, Positions positions) {
        return new Following(projector, positions);
    }

    @Produces
    @Singleton
    Rebuild rebuild(Vertx vertx, DatabaseConfiguration database, Upcasters upcasters) {
        return new Rebuild(vertx, path -> database.pool(vertx, "?search_path=" + path, 5), upcasters);
    }

    @Produces
    @Singleton
    Positions positions(@Named("log") Pool pool) {
        return new Positions(pool);
    }

    @Produces
    @Singleton
    Members members(@Named("log") Pool pool) {
        return new Members(pool);
    }

    @Produces
    @Singleton
    Pending pending(@Named("log") Pool pool) {
        return new Pending(pool);
    }

    @Produces
    @Singleton
    Catalogue catalogue() {
        return Catalogue.read();
    }

    /** What figures are read through; not a pool by its type, as there is one that everything else shares. */
    record FigureConnections(Pool pool) {}

    @Produces
    @Singleton
    FigureConnections figureConnections(Vertx vertx, DatabaseConfiguration database) {
        return new FigureConnections(FigurePool.create(
                vertx,
                database.reactiveUrl(),
                database.user(),
                database.password().orElse(""),
                FIGURE_CONNECTIONS));
    }

    /** On one connection: the database works on it with one core at the most, whatever it is asked. */
    @Produces
    @Singleton
    Unhurried unhurried(Vertx vertx, DatabaseConfiguration database, Catalogue catalogue) {
        var pool = FigurePool.create(
                vertx,
                database.reactiveUrl(),
                database.user(),
                database.password().orElse(""),
                1);
        return new Unhurried(pool, new Changes(pool, catalogue));
    }

    void close(@Disposes Unhurried unhurried) {
        unhurried.pool().close();
    }

    void close(@Disposes FigureConnections connections) {
        connections.pool().close();
    }

    @Produces
    @Singleton
    Figures figures(FigureConnections connections) {
        return new Figures(connections.pool());
    }

    @Produces
    @Singleton
    Changes changes(FigureConnections connections, Catalogue catalogue) {
        return new Changes(connections.pool(), catalogue);
    }

    @Produces
    @Singleton
    Coverage coverage(FigureConnections connections) {
        return new Coverage(connections.pool());
    }

    @Produces
    @Singleton
    Harvest harvest(FigureConnections connections) {
        return new Harvest(connections.pool());
    }

    @Produces
    @Singleton
    Actors actors(FigureConnections connections) {
        return new Actors(connections.pool());
    }

    @Produces
    @Singleton
    Publications publications(FigureConnections connections) {
        return new Publications(connections.pool());
    }

    @Produces
    @Singleton
    Touches touches(FigureConnections connections) {
        return new Touches(connections.pool());
    }

    @Produces
    @Singleton
    Feedback feedback(FigureConnections connections) {
        return new Feedback(connections.pool());
    }

    @Produces
    @Singleton
    Strategies strategies(FigureConnections connections) {
        return new Strategies(connections.pool());
    }

    @Produces
    @Singleton
    Evidence evidence(FigureConnections connections) {
        return new Evidence(connections.pool());
    }

    @Produces
    @Singleton
    OwnDefinitions ownDefinitions(FigureConnections connections) {
        return new OwnDefinitions(connections.pool());
    }

    @Produces
    @Singleton
    Territories territories(Mutiny.SessionFactory sessions) {
        return new Territories(sessions);
    }

    @Produces
    @Singleton
    Activities activities(Pool pool, Mutiny.SessionFactory sessions) {
        return new Activities(pool, sessions);
    }
}
