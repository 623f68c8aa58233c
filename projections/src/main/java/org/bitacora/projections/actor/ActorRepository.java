package org.bitacora.projections.actor;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.actor.Actor;
import org.bitacora.domain.actor.ActorMap.Participation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.projections.activity.ActivityConditionSql;

/** Reads the actors of territories and their participations in activities, as of any position. */
public final class ActorRepository {

    private static final String KNOWN = """
            select territory, actor, known_from, recorded_at, document from actor_version
            where territory = $1 and known_from <= $2 and (known_to is null or known_to > $2)
                and ($3::text is null or actor = $3)
            order by actor""";

    private static final String KNOWN_OF_SEVERAL = """
            select a.territory, a.actor, a.known_from, a.recorded_at, a.document
            from unnest($1::text[], $2::bigint[]) s(territory, position)
            join actor_version a on a.territory = s.territory and a.known_from <= s.position
                and (a.known_to is null or a.known_to > s.position)
            order by a.territory, a.actor""";

    private static final String TOOK_PART = """
            select coalesce(m.code, e.item ->> 0) as actor, coalesce(max(nullif(e.item ->> 1, '')), '') as sector,
                   count(distinct v.activity) as activities
            from activity_version v cross join lateral jsonb_array_elements(v.actor_parts) e(item)
            left join unnest($5::text[], $6::text[]) m(name, code) on m.name = e.item ->> 0
            where %s and v.status in ('formalised', 'ended') and v.formalised_from >= $3 and v.formalised_to <= $4
            group by 1 order by 1""".formatted(ActivityConditionSql.knownAt("$1", "$2"));

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public ActorRepository(Pool pool) {
        this.pool = pool;
    }

    /** Returns all actors that are registered as of a position, ordered by code. */
    public Uni<List<ActorVersion>> known(String territory, long position) {
        return versions(Tuple.of(territory, position, null));
    }

    /** Returns all actors that are registered as of a position, ordered by code, without position and recording time. */
    public Uni<List<Actor>> registered(String territory, long position) {
        return known(territory, position).map(known -> known.stream()
                .map(it -> Actor.of(it.actor(), it.document()))
                .toList());
    }

    /** Returns the registered actors of several territories, each as of its own position; territories without actors are absent. */
    public Uni<Map<String, List<Actor>>> known(Map<String, Long> positions) {
        var parameters = Tuple.tuple()
                .addValue(positions.keySet().toArray(String[]::new))
                .addValue(positions.values().toArray(Long[]::new));
        return run(KNOWN_OF_SEVERAL, parameters).map(rows -> {
            Map<String, List<Actor>> known = new HashMap<>();
            rows.forEach(row -> {
                var version = version(row);
                known.computeIfAbsent(version.territory(), _ -> new ArrayList<>())
                        .add(Actor.of(version.actor(), version.document()));
            });
            return known;
        });
    }

    /** Returns the version of an actor as of a position; empty if the actor is not registered. */
    public Uni<Optional<ActorVersion>> find(String territory, String actor, long position) {
        return versions(Tuple.of(territory, position, actor))
                .map(found -> found.stream().findFirst());
    }

    /**
     * Returns the number of formalised activities that each actor took part in, within a period or at any time. The key is the
     * code that the actor's name resolves to, or the name if it is not merged into a registered actor.
     *
     * @param codes the final code for each merged name; an activity that names the same actor twice counts once
     */
    public Uni<Map<String, Participation>> countParticipations(
            String territory, long position, Optional<Period> period, Map<String, String> codes) {
        LocalDate first = period.map(Period::first).orElse(EffectiveDate.MIN_DATE);
        LocalDate last = period.map(Period::last).orElse(EffectiveDate.MAX_DATE);
        var names = codes.keySet().toArray(String[]::new);
        var codeOfName = Arrays.stream(names).map(codes::get).toArray(String[]::new);
        return run(TOOK_PART, Tuple.of(territory, position, first, last, names, codeOfName))
                .map(rows -> {
                    Map<String, Participation> participations = new LinkedHashMap<>();
                    rows.forEach(row -> participations.put(
                            row.getString("actor"),
                            new Participation(row.getString("sector"), Math.toIntExact(row.getLong("activities")))));
                    return participations;
                });
    }

    private Uni<List<ActorVersion>> versions(Tuple parameters) {
        return run(KNOWN, parameters).map(rows -> {
            var versions = new ArrayList<ActorVersion>();
            rows.forEach(row -> versions.add(version(row)));
            return versions;
        });
    }

    private static ActorVersion version(Row row) {
        return new ActorVersion(
                row.getString("territory"),
                row.getString("actor"),
                row.getLong("known_from"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                JsonReader.parseStored(row.getString("document")) instanceof Json.Obj object ? object : Json.Obj.EMPTY);
    }

    private Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return CallerContext.emitOnCallerContext(
                () -> UniHelper.toUni(pool.preparedQuery(sql).execute(parameters)));
    }
}
