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
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.postgres.LogSettings;
import org.bitacora.eventlog.postgres.PostgresLog;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.activity.ActivityRepository;
import org.bitacora.projections.actor.ActorRepository;
import org.bitacora.projections.indicator.CoverageRepository;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.ObservationPool;
import org.bitacora.projections.indicator.change.BackgroundFigures;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.bitacora.projections.indicator.query.ObservationEngine;
import org.bitacora.projections.indicator.query.ObservationExport;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.ProjectionBacklog;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.projector.Projector;
import org.bitacora.projections.projector.ReadModelRebuild;
import org.bitacora.projections.publication.PublicationRepository;
import org.bitacora.projections.publication.RevisionCandidateRepository;
import org.bitacora.projections.strategy.FeedbackRepository;
import org.bitacora.projections.strategy.StrategyRepository;
import org.bitacora.projections.territory.MembershipRepository;
import org.bitacora.projections.territory.TerritoryRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Produces the beans of the application. */
class BeanProducers {

    private static final int FIGURE_CONNECTIONS = 6;
    private static final int WEBHOOK_CONNECTIONS = 4;

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /**
     * Limits the event loops to one per processor instead of the default of two, because PostgreSQL runs on the same
     * machine.
     */
    @Produces
    @Singleton
    VertxOptionsCustomizer eventLoopCustomizer() {
        return options -> options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
    }

    @Produces
    @Singleton
    @Named("log")
    Pool logPool(Vertx vertx, DatabaseConfiguration database, LogConfiguration configuration) {
        return database.createPool(vertx, "", configuration.connections());
    }

    void close(@Disposes @Named("log") Pool pool) {
        pool.close();
    }

    @Produces
    @Singleton
    WebhookConnections webhookConnections(Vertx vertx, DatabaseConfiguration database) {
        return new WebhookConnections(database.createPool(vertx, "", WEBHOOK_CONNECTIONS));
    }

    void close(@Disposes WebhookConnections connections) {
        connections.pool().close();
    }

    @Produces
    @Singleton
    EventLog eventLog(
            @Named("log") Pool pool, InstantSource clock, LogConfiguration configuration, MeterRegistry meters) {
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
        return new Projector(pool, upcasters, ActivityFold::new, configuration.pass());
    }

    @Produces
    @Singleton
    ProjectionTracker following(Projector projector, CheckpointRepository checkpointRepository) {
        return new ProjectionTracker(projector, checkpointRepository);
    }

    @Produces
    @Singleton
    ReadModelRebuild rebuild(Vertx vertx, DatabaseConfiguration database, Upcasters upcasters) {
        return new ReadModelRebuild(vertx, path -> database.createPool(vertx, "?search_path=" + path, 5), upcasters);
    }

    @Produces
    @Singleton
    CheckpointRepository positions(@Named("log") Pool pool) {
        return new CheckpointRepository(pool);
    }

    @Produces
    @Singleton
    MembershipRepository members(@Named("log") Pool pool) {
        return new MembershipRepository(pool);
    }

    @Produces
    @Singleton
    ProjectionBacklog pending(@Named("log") Pool pool) {
        return new ProjectionBacklog(pool);
    }

    @Produces
    @Singleton
    IndicatorCatalogue catalogue() {
        return IndicatorCatalogue.read();
    }

    /** The pool for observation queries; a separate type, to distinguish it from the shared default pool. */
    record FigureConnections(Pool pool) {}

    @Produces
    @Singleton
    FigureConnections figureConnections(Vertx vertx, DatabaseConfiguration database) {
        return new FigureConnections(ObservationPool.create(
                vertx,
                database.reactiveUrl(),
                database.user(),
                database.password().orElse(""),
                FIGURE_CONNECTIONS));
    }

    /** Produces the background computation on a single connection, so that it uses at most one core of the database. */
    @Produces
    @Singleton
    BackgroundFigures backgroundFigures(
            Vertx vertx, DatabaseConfiguration database, IndicatorCatalogue indicatorCatalogue) {
        var pool = ObservationPool.create(
                vertx,
                database.reactiveUrl(),
                database.user(),
                database.password().orElse(""),
                1);
        return new BackgroundFigures(pool, new ChangeDetector(pool, indicatorCatalogue));
    }

    void close(@Disposes BackgroundFigures backgroundFigures) {
        backgroundFigures.pool().close();
    }

    void close(@Disposes FigureConnections connections) {
        connections.pool().close();
    }

    @Produces
    @Singleton
    ObservationEngine figures(FigureConnections connections) {
        return new ObservationEngine(connections.pool());
    }

    @Produces
    @Singleton
    ChangeDetector changes(FigureConnections connections, IndicatorCatalogue indicatorCatalogue) {
        return new ChangeDetector(connections.pool(), indicatorCatalogue);
    }

    @Produces
    @Singleton
    CoverageRepository coverage(FigureConnections connections) {
        return new CoverageRepository(connections.pool());
    }

    @Produces
    @Singleton
    ObservationExport harvest(FigureConnections connections) {
        return new ObservationExport(connections.pool());
    }

    @Produces
    @Singleton
    ActorRepository actors(FigureConnections connections) {
        return new ActorRepository(connections.pool());
    }

    @Produces
    @Singleton
    PublicationRepository publications(FigureConnections connections) {
        return new PublicationRepository(connections.pool());
    }

    @Produces
    @Singleton
    RevisionCandidateRepository touches(FigureConnections connections) {
        return new RevisionCandidateRepository(connections.pool());
    }

    @Produces
    @Singleton
    FeedbackRepository feedback(FigureConnections connections) {
        return new FeedbackRepository(connections.pool());
    }

    @Produces
    @Singleton
    StrategyRepository strategies(FigureConnections connections) {
        return new StrategyRepository(connections.pool());
    }

    @Produces
    @Singleton
    EvidenceFinder evidence(FigureConnections connections) {
        return new EvidenceFinder(connections.pool());
    }

    @Produces
    @Singleton
    DefinitionRepository ownDefinitions(FigureConnections connections) {
        return new DefinitionRepository(connections.pool());
    }

    @Produces
    @Singleton
    TerritoryRepository territories(Mutiny.SessionFactory sessions) {
        return new TerritoryRepository(sessions);
    }

    @Produces
    @Singleton
    ActivityRepository activities(Pool pool, Mutiny.SessionFactory sessions) {
        return new ActivityRepository(pool, sessions);
    }
}
