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
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.eventlog.postgres.Pipelined;
import org.bitacora.projections.activity.Version;
import org.bitacora.projections.activity.VersionColumns;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.indicator.Defined;
import org.bitacora.projections.projector.Consequences.Named;
import org.bitacora.projections.projector.Consequences.Poison;
import org.bitacora.projections.projector.Consequences.Registered;
import org.bitacora.projections.series.SeriesVersion;
import org.bitacora.projections.strategy.StrategyVersion;
import org.jspecify.annotations.Nullable;

/** Writes what follows from a pass. All statements are sent at once; PostgreSQL runs them in their order. */
final class Writing {

    private final SqlConnection connection;
    private final List<Future<?>> statements = new ArrayList<>();

    Writing(SqlConnection connection) {
        this.connection = connection;
    }

    Future<?> write(Consequences consequences, Map<String, Long> moved) {
        versions(consequences.versions(), consequences.following());
        reports(consequences.reports(), consequences.followingReports());
        definitions(consequences.definitions());
        memberships(consequences.named());
        strategies(consequences.strategies());
        actors(consequences.actors());
        registrations(consequences.registered());
        poison(consequences.poison());
        run(
                FollowSql.MOVE,
                Tuple.tuple()
                        .addValue(moved.keySet().toArray(String[]::new))
                        .addValue(moved.values().toArray(Long[]::new)));
        return Pipelined.all(statements);
    }

    private void versions(List<Version> versions, List<Version> following) {
        if (!following.isEmpty()) {
            run(
                    FollowSql.CLOSE,
                    Tuple.of(
                            texts(following, Version::territory),
                            texts(following, Version::activity),
                            following.stream().map(Version::knownFrom).toArray(Long[]::new)));
        }
        if (!versions.isEmpty()) {
            run(VersionColumns.INSERT, VersionColumns.of(versions));
        }
    }

    private void reports(List<SeriesVersion> reports, List<SeriesVersion> following) {
        if (!following.isEmpty()) {
            run(SeriesWriting.CLOSE, SeriesWriting.closed(following));
        }
        if (!reports.isEmpty()) {
            run(SeriesWriting.INSERT, SeriesWriting.inserted(reports));
        }
    }

    private void definitions(List<Defined> definitions) {
        if (!definitions.isEmpty()) {
            run(
                    FollowSql.DEFINE,
                    Tuple.of(
                            texts(definitions, Defined::territory),
                            texts(definitions, Defined::code),
                            definitions.stream().map(Defined::version).toArray(Integer[]::new),
                            definitions.stream().map(Defined::position).toArray(Long[]::new),
                            definitions.stream()
                                    .map(it -> it.recordedAt().atOffset(ZoneOffset.UTC))
                                    .toArray(OffsetDateTime[]::new),
                            texts(definitions, Defined::definition)));
        }
    }

    /** One by one, as each ends the one before it: they are few. */
    private void memberships(List<Named> named) {
        for (var it : named) {
            var membership = it.membership();
            run(
                    FollowSql.NAME_MEMBER,
                    Tuple.of(
                            it.territory(),
                            membership.member().value(),
                            it.position(),
                            membership.from().orElse(Occasion.EVER_FROM),
                            membership.to().orElse(Occasion.EVER_TO)));
        }
    }

    /** One by one, too. */
    private void strategies(List<StrategyVersion> versions) {
        for (var it : versions) {
            run(
                    FollowSql.STATE_STRATEGY,
                    Tuple.of(
                            it.territory(),
                            it.strategy(),
                            it.position(),
                            it.recordedAt().atOffset(ZoneOffset.UTC),
                            JsonWriter.text(it.document().toJson())));
        }
    }

    private void actors(List<ActorVersion> versions) {
        for (var it : versions) {
            run(
                    FollowSql.REGISTER_ACTOR,
                    Tuple.of(
                            it.territory(),
                            it.actor(),
                            it.position(),
                            it.recordedAt().atOffset(ZoneOffset.UTC),
                            JsonWriter.text(it.document())));
        }
    }

    /** Of several registrations of one territory in a pass the last holds; the parents that they named are kept, each. */
    private void registrations(List<Registered> all) {
        if (all.isEmpty()) {
            return;
        }
        parents(all);
        Map<TerritoryCode, Registered> last = new LinkedHashMap<>();
        all.forEach(it -> last.put(it.territory().code(), it));
        var registered = List.copyOf(last.values());
        run(
                FollowSql.REGISTER,
                Tuple.of(
                        texts(registered, it -> it.territory().code().value()),
                        texts(registered, it -> it.territory().name()),
                        texts(registered, it -> it.territory().kind().word()),
                        texts(registered, it -> it.territory().country().orElse(null)),
                        texts(registered, it -> it.territory().timezone().getId()),
                        texts(registered, Writing::parent),
                        registered.stream().map(Registered::position).toArray(Long[]::new)));
    }

    private void parents(List<Registered> registered) {
        run(
                FollowSql.NAME_PARENT,
                Tuple.of(
                        texts(registered, it -> it.territory().code().value()),
                        registered.stream().map(Registered::position).toArray(Long[]::new),
                        registered.stream()
                                .map(it -> it.recordedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new),
                        texts(registered, Writing::parent)));
    }

    private static @Nullable String parent(Registered registered) {
        return registered.territory().parent().map(TerritoryCode::value).orElse(null);
    }

    private void poison(List<Poison> poison) {
        if (!poison.isEmpty()) {
            run(
                    FollowSql.PARK,
                    Tuple.of(
                            texts(poison, Poison::territory),
                            texts(poison, Poison::subject),
                            poison.stream().map(Poison::position).toArray(Long[]::new),
                            texts(poison, Poison::reason)));
        }
    }

    private void run(String sql, Tuple values) {
        statements.add(connection.preparedQuery(sql).execute(values));
    }

    private static <T> String[] texts(List<T> of, Function<T, @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }
}
