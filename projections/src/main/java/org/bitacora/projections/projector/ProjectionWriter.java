package org.bitacora.projections.projector;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.eventlog.postgres.StatementPipeline;
import org.bitacora.projections.activity.ActivityVersion;
import org.bitacora.projections.activity.ActivityVersionSql;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.indicator.DefinitionVersion;
import org.bitacora.projections.projector.ProjectionBatch.ProjectionFailure;
import org.bitacora.projections.projector.ProjectionBatch.RecordedMembership;
import org.bitacora.projections.projector.ProjectionBatch.TerritoryRegistration;
import org.bitacora.projections.series.SeriesVersion;
import org.bitacora.projections.strategy.StrategyVersion;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a projection batch. All statements are sent in one pipeline; PostgreSQL runs them in order. */
final class ProjectionWriter {

    private final SqlConnection connection;
    private final List<Future<?>> statements = new ArrayList<>();

    ProjectionWriter(SqlConnection connection) {
        this.connection = connection;
    }

    Future<?> write(ProjectionBatch projectionBatch, Map<String, Long> checkpoints) {
        versions(projectionBatch.activityVersions(), projectionBatch.closingActivityVersions());
        reports(projectionBatch.seriesVersions(), projectionBatch.closingSeriesVersions());
        definitions(projectionBatch.definitions());
        memberships(projectionBatch.memberships());
        strategies(projectionBatch.strategyVersions());
        actors(projectionBatch.actorVersions());
        registrations(projectionBatch.registrations());
        failures(projectionBatch.failures());
        run(
                ProjectorSql.ADVANCE_CHECKPOINTS,
                Tuple.tuple()
                        .addValue(checkpoints.keySet().toArray(String[]::new))
                        .addValue(checkpoints.values().toArray(Long[]::new)));
        return StatementPipeline.join(statements);
    }

    private void versions(List<ActivityVersion> versions, List<ActivityVersion> closing) {
        if (!closing.isEmpty()) {
            run(
                    ProjectorSql.CLOSE_ACTIVITY_VERSIONS,
                    Tuple.of(
                            texts(closing, ActivityVersion::territory),
                            texts(closing, ActivityVersion::activity),
                            closing.stream().map(ActivityVersion::knownFrom).toArray(Long[]::new)));
        }
        if (!versions.isEmpty()) {
            run(ActivityVersionSql.INSERT, ActivityVersionSql.insertParameters(versions));
        }
    }

    private void reports(List<SeriesVersion> seriesVersions, List<SeriesVersion> closing) {
        if (!closing.isEmpty()) {
            run(SeriesVersionSql.CLOSE, SeriesVersionSql.closeParameters(closing));
        }
        if (!seriesVersions.isEmpty()) {
            run(SeriesVersionSql.INSERT, SeriesVersionSql.insertParameters(seriesVersions));
        }
    }

    private void definitions(List<DefinitionVersion> definitions) {
        if (!definitions.isEmpty()) {
            run(
                    ProjectorSql.INSERT_DEFINITIONS,
                    Tuple.of(
                            texts(definitions, DefinitionVersion::territory),
                            texts(definitions, DefinitionVersion::code),
                            definitions.stream().map(DefinitionVersion::version).toArray(Integer[]::new),
                            definitions.stream()
                                    .map(DefinitionVersion::position)
                                    .toArray(Long[]::new),
                            definitions.stream()
                                    .map(it -> it.recordedAt().atOffset(ZoneOffset.UTC))
                                    .toArray(OffsetDateTime[]::new),
                            texts(definitions, DefinitionVersion::definition)));
        }
    }

    /** Writes memberships one by one, because each ends the previous one. There are few. */
    private void memberships(List<RecordedMembership> memberships) {
        for (var it : memberships) {
            var membership = it.membership();
            run(
                    ProjectorSql.INSERT_MEMBERSHIP,
                    Tuple.of(
                            it.territory(),
                            membership.member().value(),
                            it.position(),
                            membership.from().orElse(EffectiveDate.MIN_DATE),
                            membership.to().orElse(EffectiveDate.MAX_DATE)));
        }
    }

    /** Writes strategies one by one, because each version ends the previous one. */
    private void strategies(List<StrategyVersion> versions) {
        for (var it : versions) {
            run(
                    ProjectorSql.INSERT_STRATEGY,
                    Tuple.of(
                            it.territory(),
                            it.strategy(),
                            it.position(),
                            it.recordedAt().atOffset(ZoneOffset.UTC),
                            JsonWriter.toText(it.document().toJson())));
        }
    }

    private void actors(List<ActorVersion> versions) {
        for (var it : versions) {
            run(
                    ProjectorSql.INSERT_ACTOR,
                    Tuple.of(
                            it.territory(),
                            it.actor(),
                            it.position(),
                            it.recordedAt().atOffset(ZoneOffset.UTC),
                            JsonWriter.toText(it.document())));
        }
    }

    /** Writes the last of a territory's registrations in the batch, and the parent of every one of them. */
    private void registrations(List<TerritoryRegistration> all) {
        if (all.isEmpty()) {
            return;
        }
        parents(all);
        Map<TerritoryCode, TerritoryRegistration> last = new LinkedHashMap<>();
        all.forEach(it -> last.put(it.territory().code(), it));
        var registered = List.copyOf(last.values());
        run(
                ProjectorSql.UPSERT_TERRITORIES,
                Tuple.of(
                        texts(registered, it -> it.territory().code().value()),
                        texts(registered, it -> it.territory().name()),
                        texts(registered, it -> it.territory().kind().word()),
                        texts(registered, it -> it.territory().country().orElse(null)),
                        texts(registered, it -> it.territory().timezone().getId()),
                        texts(registered, ProjectionWriter::parent),
                        registered.stream().map(TerritoryRegistration::position).toArray(Long[]::new)));
    }

    private void parents(List<TerritoryRegistration> registered) {
        run(
                ProjectorSql.INSERT_PARENTS,
                Tuple.of(
                        texts(registered, it -> it.territory().code().value()),
                        registered.stream().map(TerritoryRegistration::position).toArray(Long[]::new),
                        registered.stream()
                                .map(it -> it.recordedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new),
                        texts(registered, ProjectionWriter::parent)));
    }

    private static @Nullable String parent(TerritoryRegistration territoryRegistration) {
        return territoryRegistration
                .territory()
                .parent()
                .map(TerritoryCode::value)
                .orElse(null);
    }

    private void failures(List<ProjectionFailure> failures) {
        if (!failures.isEmpty()) {
            run(
                    ProjectorSql.PARK,
                    Tuple.of(
                            texts(failures, ProjectionFailure::territory),
                            texts(failures, ProjectionFailure::subject),
                            failures.stream().map(ProjectionFailure::position).toArray(Long[]::new),
                            texts(failures, ProjectionFailure::reason)));
        }
    }

    private void run(String sql, Tuple values) {
        statements.add(connection.preparedQuery(sql).execute(values));
    }

    private static <T> String[] texts(List<T> of, Function<T, @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }
}
