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
import org.bitacora.domain.identifier.Subject;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.indicator.evidence.Contribution.Cause;
import org.bitacora.projections.indicator.evidence.EvidenceLookup.ActivityContribution;
import org.bitacora.projections.indicator.evidence.EvidenceLookup.ActivityDetail;

/** Determines why the contributions of activities to a value changed: events of the activity, or of what else affects it. */
final class ChangeClassifier {

    /** Classifies the change of each activity between two positions; the first case that applies is the most specific. */
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

    private static final Comparator<Entry> BY_POSITION =
            Comparator.comparing(Entry::territory).thenComparingLong(Entry::position);

    private final EvidenceLookup lookup;

    ChangeClassifier(EvidenceLookup evidenceLookup) {
        this.lookup = evidenceLookup;
    }

    /** Returns the contributions with the events between two positions and the cause of the change. */
    Uni<List<Contribution>> classify(List<ActivityContribution> effects, EffectChange effectChange) {
        return Uni.combine()
                .all()
                .unis(
                        lookup.findDetails(effects, effectChange.positionsAfter()),
                        lookup.findEvents(
                                EvidenceLookup.subjects(effects),
                                effectChange.positionsBefore(),
                                effectChange.positionsAfter()),
                        findCauses(effects, effectChange.positionsBefore(), effectChange.positionsAfter()))
                .asTuple()
                .flatMap(found -> findIndirectEvents(effects, found.getItem1(), effectChange)
                        .map(indirectEvents -> effects.stream()
                                .map(it -> {
                                    var own = EvidenceLookup.eventsOf(it, found.getItem2());
                                    var activityDetail =
                                            found.getItem1().getOrDefault(it.subject(), ActivityDetail.UNKNOWN);
                                    boolean isIndirect = effectChange.hasMembershipChanged(it.territory())
                                            || effectChange.hasActorChanged(it.territory(), activityDetail.actors());
                                    var cause = own.isEmpty() && isIndirect
                                            ? Optional.of(Cause.RECLASSIFIED)
                                            : Optional.ofNullable(
                                                    found.getItem3().get(it.subject()));
                                    return EvidenceLookup.toContribution(
                                            it,
                                            found.getItem1(),
                                            cause,
                                            concat(own, EvidenceLookup.eventsOf(it, indirectEvents)));
                                })
                                .toList()));
    }

    /** Returns the events of memberships, actors and exchange rates that affect the contribution of each activity. */
    private Uni<Map<String, List<Entry>>> findIndirectEvents(
            List<ActivityContribution> effects, Map<String, ActivityDetail> details, EffectChange effectChange) {
        Map<String, Set<Subject>> subjects = new HashMap<>();
        for (var activityContribution : effects) {
            subjects.put(
                    activityContribution.subject(),
                    effectChange.indirectSubjects(
                            activityContribution.territory(),
                            details.getOrDefault(activityContribution.subject(), ActivityDetail.UNKNOWN)));
        }
        var allSubjects = subjects.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return allSubjects.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : lookup.findEvents(allSubjects, effectChange.from().positions(), effectChange.endPositions())
                        .map(found -> groupByActivity(subjects, found, effectChange));
    }

    private static Map<String, List<Entry>> groupByActivity(
            Map<String, Set<Subject>> subjects, Map<String, List<Entry>> found, EffectChange effectChange) {
        var byActivity = new HashMap<String, List<Entry>>();
        subjects.forEach((activity, itsSubjects) -> byActivity.put(
                activity,
                itsSubjects.stream()
                        .flatMap(it -> found.getOrDefault(it.text(), List.of()).stream())
                        .filter(effectChange::isBetween)
                        .sorted(BY_POSITION)
                        .toList()));
        return byActivity;
    }

    private static List<Entry> concat(List<Entry> one, List<Entry> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private Uni<Map<String, Cause>> findCauses(
            List<ActivityContribution> effects, Map<String, Long> from, Map<String, Long> to) {
        var parameters = Tuple.of(
                EvidenceLookup.territories(effects),
                EvidenceLookup.activities(effects),
                EvidenceLookup.positions(effects, from),
                EvidenceLookup.positions(effects, to));
        return lookup.run(CAUSES, parameters).map(rows -> {
            var causes = new HashMap<String, Cause>();
            rows.forEach(row -> causes.put(EvidenceLookup.subject(row), Cause.valueOf(row.getString("cause"))));
            return causes;
        });
    }
}
