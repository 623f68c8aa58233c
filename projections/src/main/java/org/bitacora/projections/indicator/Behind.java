package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.eventlog.postgres.Rows;
import org.bitacora.projections.activity.Condition;
import org.bitacora.projections.indicator.Contribution.Cause;

/** Looks up what stands behind the effects of activities: what they are called, what was said of them, what changed. */
final class Behind {

    private static final String DETAILS = """
            select v.territory, v.activity, v.title, v.start_text, v.formalised_from, v.formalised_to,
                   array(select distinct item ->> 1 from jsonb_array_elements(v.amounts) a(item)) as currencies
            from unnest($1::text[], $2::text[], $3::bigint[]) s(territory, activity, position)
            join activity_version v on v.activity = s.activity and %s""".formatted(Condition.known("s.territory", "s.position"));

    private static final String EVENTS = """
            select l.territory, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version, l.subject,
                   l.time, l.data, l.posted_by, l.content, l.private_digest
            from unnest($1::text[], $2::bigint[], $3::bigint[]) s(subject, above, up_to)
            join log l on l.subject = s.subject and l.position > s.above and l.position <= s.up_to
            order by l.subject, l.position""";

    private static final String ENTRIES = """
            select l.territory, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version, l.subject,
                   l.time, l.data, l.posted_by, l.content, l.private_digest
            from unnest($1::text[], $2::bigint[]) s(territory, position)
            join log l on l.territory = s.territory and l.position = s.position""";

    /** What became of activities between two positions, the least telling last. */
    private static final String CAUSES = """
            select s.territory, s.activity, case
                when o.status is null or o.status = 'withdrawn' then 'ADDED'
                when n.status is null or n.status = 'withdrawn'
                    or (o.status in ('formalised', 'ended') and n.status in ('unstated', 'planned')) then 'WITHDRAWN'
                when o.status <> n.status then 'TRANSITION'
                when (o.kind, o.categories, o.role, o.motivation, o.dimension, o.themes, o.objectives, o.sdgs, o.scale,
                        o.funding, o.places, o.counterparts, o.actor_parts, o.joint)
                    is distinct from (n.kind, n.categories, n.role, n.motivation, n.dimension, n.themes, n.objectives,
                        n.sdgs, n.scale, n.funding, n.places, n.counterparts, n.actor_parts, n.joint)
                    then 'RECLASSIFIED'
                else 'CORRECTED' end as cause
            from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) s(territory, activity, before, after)
            left join activity_version o on o.territory = s.territory and o.activity = s.activity
                and o.known_from <= s.before and (o.known_to is null or o.known_to > s.before)
            left join activity_version n on n.territory = s.territory and n.activity = s.activity
                and n.known_from <= s.after and (n.known_to is null or n.known_to > s.after)""";

    private final Pool pool;

    Behind(Pool pool) {
        this.pool = pool;
    }

    /** An activity and what it adds. */
    record Effect(String territory, String activity, Optional<BigDecimal> above, Optional<BigDecimal> below) {
        String subject() {
            return territory + "/" + activity;
        }
    }

    /** Effects with what stands behind them at the positions of a scope. */
    Uni<List<Contribution>> contributions(List<Effect> effects, Map<String, Long> positions) {
        return Uni.combine()
                .all()
                .unis(details(effects, positions), events(subjects(effects), Map.of(), positions))
                .with((details, events) -> effects.stream()
                        .map(it -> contribution(it, details, Optional.empty(), of(it, events)))
                        .toList());
    }

    /** Effects of another definition, which nothing was said about. */
    Uni<List<Contribution>> redefined(List<Effect> effects, Map<String, Long> positions) {
        return details(effects, positions).map(details -> effects.stream()
                .map(it -> contribution(it, details, Optional.of(Cause.DEFINITION), List.of()))
                .toList());
    }

    /** Effects with what was said between two moments, and what that makes of them. */
    Uni<List<Contribution>> changes(List<Effect> effects, Moved moved) {
        return Uni.combine()
                .all()
                .unis(
                        details(effects, moved.after()),
                        events(subjects(effects), moved.before(), moved.after()),
                        causes(effects, moved.before(), moved.after()))
                .asTuple()
                .flatMap(said -> elsewhere(effects, said.getItem1(), moved).map(elsewhere -> effects.stream()
                        .map(it -> {
                            var own = of(it, said.getItem2());
                            var cause = cause(it, own, moved, said.getItem3());
                            return contribution(it, said.getItem1(), cause, joined(own, of(it, elsewhere)));
                        })
                        .toList()));
    }

    private static Optional<Cause> cause(Effect effect, List<Entry> own, Moved moved, Map<String, Cause> causes) {
        return own.isEmpty() && moved.isRegrouped(effect.territory())
                ? Optional.of(Cause.RECLASSIFIED)
                : Optional.ofNullable(causes.get(effect.subject()));
    }

    /** What was said of memberships and of exchange rates that changes what activities add, by the activity. */
    private Uni<Map<String, List<Entry>>> elsewhere(List<Effect> effects, Map<String, Detail> details, Moved moved) {
        Map<String, Set<String>> subjects = new HashMap<>();
        for (var effect : effects) {
            var stated = details.getOrDefault(effect.subject(), Detail.UNKNOWN).currencies();
            subjects.put(effect.subject(), moved.elsewhere(effect.territory(), stated));
        }
        var asked = subjects.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return asked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : events(asked, moved.before(), moved.after()).map(found -> byActivity(subjects, found));
    }

    private static Map<String, List<Entry>> byActivity(
            Map<String, Set<String>> subjects, Map<String, List<Entry>> found) {
        var byActivity = new HashMap<String, List<Entry>>();
        subjects.forEach((activity, of) -> byActivity.put(
                activity,
                of.stream()
                        .sorted()
                        .flatMap(it -> found.getOrDefault(it, List.of()).stream())
                        .toList()));
        return byActivity;
    }

    private static List<Entry> of(Effect effect, Map<String, List<Entry>> events) {
        return events.getOrDefault(effect.subject(), List.of());
    }

    private static List<Entry> joined(List<Entry> one, List<Entry> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Contribution contribution(
            Effect effect, Map<String, Detail> details, Optional<Cause> cause, List<Entry> events) {
        var detail = details.getOrDefault(effect.subject(), Detail.UNKNOWN);
        return new Contribution(
                effect.territory(),
                effect.activity(),
                detail.title(),
                detail.date(),
                effect.above(),
                effect.below(),
                cause,
                events);
    }

    /** What an activity is called, when it took effect, and the currencies of its amounts. */
    private record Detail(String title, Optional<String> date, Set<String> currencies) {
        static final Detail UNKNOWN = new Detail("", Optional.empty(), Set.of());

        static Detail of(Row row) {
            var from = row.getLocalDate("formalised_from");
            boolean exact = from != null && from.equals(row.getLocalDate("formalised_to"));
            return new Detail(
                    row.getString("title"),
                    exact ? Optional.of(from.toString()) : Optional.ofNullable(row.getString("start_text")),
                    Set.of(row.getArrayOfStrings("currencies")));
        }
    }

    private Uni<Map<String, Detail>> details(List<Effect> effects, Map<String, Long> positions) {
        var asked = Tuple.of(territories(effects), activities(effects), positions(effects, positions));
        return run(DETAILS, asked).map(rows -> {
            var details = new HashMap<String, Detail>();
            rows.forEach(row -> details.put(subject(row), Detail.of(row)));
            return details;
        });
    }

    private Uni<Map<String, Cause>> causes(List<Effect> effects, Map<String, Long> from, Map<String, Long> to) {
        var asked =
                Tuple.of(territories(effects), activities(effects), positions(effects, from), positions(effects, to));
        return run(CAUSES, asked).map(rows -> {
            var causes = new HashMap<String, Cause>();
            rows.forEach(row -> causes.put(subject(row), Cause.valueOf(row.getString("cause"))));
            return causes;
        });
    }

    /** The entries that reports follow from, by their places. */
    Uni<Map<String, Entry>> entries(Collection<Evidence.Used> used) {
        var asked = Tuple.tuple()
                .addValue(used.stream().map(Evidence.Used::territory).toArray(String[]::new))
                .addValue(used.stream().map(it -> it.source().position()).toArray(Long[]::new));
        return run(ENTRIES, asked).map(rows -> {
            var byPlace = new HashMap<String, Entry>();
            Rows.entries(rows).forEach(entry -> byPlace.put(entry.territory() + "/" + entry.position(), entry));
            return byPlace;
        });
    }

    /** What was said of subjects, which begin with their territory, between two positions of each log. */
    private Uni<Map<String, List<Entry>>> events(
            Collection<String> subjects, Map<String, Long> from, Map<String, Long> to) {
        var asked = Tuple.of(subjects.toArray(String[]::new), reached(subjects, from), reached(subjects, to));
        return run(EVENTS, asked).map(rows -> {
            var bySubject = new HashMap<String, List<Entry>>();
            Rows.entries(rows).forEach(entry -> bySubject
                    .computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                    .add(entry));
            return bySubject;
        });
    }

    private Uni<RowSet<Row>> run(String sql, Tuple asked) {
        return CallerContext.returning(
                () -> UniHelper.toUni(pool.preparedQuery(sql).execute(asked)));
    }

    private static String subject(Row row) {
        return row.getString("territory") + "/" + row.getString("activity");
    }

    private static String[] territories(Collection<Effect> effects) {
        return effects.stream().map(Effect::territory).toArray(String[]::new);
    }

    private static String[] activities(Collection<Effect> effects) {
        return effects.stream().map(Effect::activity).toArray(String[]::new);
    }

    private static Long[] positions(Collection<Effect> effects, Map<String, Long> positions) {
        return effects.stream()
                .map(it -> positions.getOrDefault(it.territory(), 0L))
                .toArray(Long[]::new);
    }

    private static List<String> subjects(Collection<Effect> effects) {
        return effects.stream().map(Effect::subject).toList();
    }

    private static Long[] reached(Collection<String> subjects, Map<String, Long> positions) {
        return subjects.stream()
                .map(it -> positions.getOrDefault(it.substring(0, it.indexOf('/')), 0L))
                .toArray(Long[]::new);
    }
}
