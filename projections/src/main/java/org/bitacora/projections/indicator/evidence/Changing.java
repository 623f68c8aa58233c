package org.bitacora.projections.indicator.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.indicator.evidence.Behind.Detail;
import org.bitacora.projections.indicator.evidence.Behind.Effect;
import org.bitacora.projections.indicator.evidence.Contribution.Cause;

/** Says why what activities add to a value changed: what was said of them, or of what else moves it. */
final class Changing {

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

    private static final Comparator<Entry> IN_TURN =
            Comparator.comparing(Entry::territory).thenComparingLong(Entry::position);

    private final Behind behind;

    Changing(Behind behind) {
        this.behind = behind;
    }

    /** Effects with what was said between two moments, and what that makes of them. */
    Uni<List<Contribution>> changes(List<Effect> effects, Moved moved) {
        return Uni.combine()
                .all()
                .unis(
                        behind.details(effects, moved.after()),
                        behind.events(Behind.subjects(effects), moved.before(), moved.after()),
                        causes(effects, moved.before(), moved.after()))
                .asTuple()
                .flatMap(said -> elsewhere(effects, said.getItem1(), moved).map(elsewhere -> effects.stream()
                        .map(it -> {
                            var own = Behind.of(it, said.getItem2());
                            var detail = said.getItem1().getOrDefault(it.subject(), Detail.UNKNOWN);
                            boolean isElsewhere = moved.isRegrouped(it.territory())
                                    || moved.isRenamed(it.territory(), detail.actors());
                            var cause = own.isEmpty() && isElsewhere
                                    ? Optional.of(Cause.RECLASSIFIED)
                                    : Optional.ofNullable(said.getItem3().get(it.subject()));
                            return Behind.contribution(
                                    it, said.getItem1(), cause, joined(own, Behind.of(it, elsewhere)));
                        })
                        .toList()));
    }

    /** What was said of memberships, of actors and of exchange rates that changes what activities add, by the activity. */
    private Uni<Map<String, List<Entry>>> elsewhere(List<Effect> effects, Map<String, Detail> details, Moved moved) {
        Map<String, Set<String>> subjects = new HashMap<>();
        for (var effect : effects) {
            subjects.put(
                    effect.subject(),
                    moved.elsewhere(effect.territory(), details.getOrDefault(effect.subject(), Detail.UNKNOWN)));
        }
        var asked = subjects.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return asked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : behind.events(asked, moved.from().positions(), moved.ends())
                        .map(found -> byActivity(subjects, found, moved));
    }

    private static Map<String, List<Entry>> byActivity(
            Map<String, Set<String>> subjects, Map<String, List<Entry>> found, Moved moved) {
        var byActivity = new HashMap<String, List<Entry>>();
        subjects.forEach((activity, of) -> byActivity.put(
                activity,
                of.stream()
                        .flatMap(it -> found.getOrDefault(it, List.of()).stream())
                        .filter(moved::isBetween)
                        .sorted(IN_TURN)
                        .toList()));
        return byActivity;
    }

    private static List<Entry> joined(List<Entry> one, List<Entry> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private Uni<Map<String, Cause>> causes(List<Effect> effects, Map<String, Long> from, Map<String, Long> to) {
        var asked = Tuple.of(
                Behind.territories(effects),
                Behind.activities(effects),
                Behind.positions(effects, from),
                Behind.positions(effects, to));
        return behind.run(CAUSES, asked).map(rows -> {
            var causes = new HashMap<String, Cause>();
            rows.forEach(row -> causes.put(Behind.subject(row), Cause.valueOf(row.getString("cause"))));
            return causes;
        });
    }
}
