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

/** The actors of territories, and in how many activities they took part, as known at any position. */
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

    /** Those that the pool's connections see. */
    public ActorRepository(Pool pool) {
        this.pool = pool;
    }

    /** All that are registered at a position, in the order of their codes. */
    public Uni<List<ActorVersion>> known(String territory, long position) {
        return versions(Tuple.of(territory, position, null));
    }

    /** All that are registered at a position, in the order of their codes, without when that was said. */
    public Uni<List<Actor>> registered(String territory, long position) {
        return known(territory, position).map(known -> known.stream()
                .map(it -> Actor.of(it.actor(), it.document()))
                .toList());
    }

    /** All that are registered at a position each of several territories, by these; none of those that have none. */
    public Uni<Map<String, List<Actor>>> known(Map<String, Long> positions) {
        var asked = Tuple.tuple()
                .addValue(positions.keySet().toArray(String[]::new))
                .addValue(positions.values().toArray(Long[]::new));
        return run(KNOWN_OF_SEVERAL, asked).map(rows -> {
            Map<String, List<Actor>> known = new HashMap<>();
            rows.forEach(row -> {
                var version = version(row);
                known.computeIfAbsent(version.territory(), _ -> new ArrayList<>())
                        .add(Actor.of(version.actor(), version.document()));
            });
            return known;
        });
    }

    /** One of them. */
    public Uni<Optional<ActorVersion>> find(String territory, String actor, long position) {
        return versions(Tuple.of(territory, position, actor))
                .map(found -> found.stream().findFirst());
    }

    /**
     * In how many formalised activities each took part, in a period or ever, by the code that its name leads to, or by its
     * name where it was not merged.
     *
     * @param codes those that names were merged into in the end: an activity that names one twice counts once
     */
    public Uni<Map<String, Participation>> countParticipations(
            String territory, long position, Optional<Period> period, Map<String, String> codes) {
        LocalDate first = period.map(Period::first).orElse(EffectiveDate.MIN_DATE);
        LocalDate last = period.map(Period::last).orElse(EffectiveDate.MAX_DATE);
        var names = codes.keySet().toArray(String[]::new);
        var merged = Arrays.stream(names).map(codes::get).toArray(String[]::new);
        return run(TOOK_PART, Tuple.of(territory, position, first, last, names, merged))
                .map(rows -> {
                    Map<String, Participation> took = new LinkedHashMap<>();
                    rows.forEach(row -> took.put(
                            row.getString("actor"),
                            new Participation(row.getString("sector"), Math.toIntExact(row.getLong("activities")))));
                    return took;
                });
    }

    private Uni<List<ActorVersion>> versions(Tuple asked) {
        return run(KNOWN, asked).map(rows -> {
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

    private Uni<RowSet<Row>> run(String sql, Tuple asked) {
        return CallerContext.emitOnCallerContext(
                () -> UniHelper.toUni(pool.preparedQuery(sql).execute(asked)));
    }
}
