package org.bitacora.projections.indicator.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.actor.ActorAliases.ResolvedActor;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.strategy.StrategyCodes;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.InstantRange;
import org.bitacora.projections.indicator.evidence.EvidenceLookup.ActivityDetail;

/**
 * The two states between which an observation of one group changed. The contribution of an activity can change without an
 * event of the activity: if its territory joined or left the group, if an exchange rate was reported, or if its actors were
 * registered.
 *
 * @param from the scope of the earlier state
 * @param to the scope of the later state
 * @param between the instants of the two states, if the group has several territories
 * @param currencies the currencies of the measure's amounts
 */
record EffectChange(TerritoryScope from, TerritoryScope to, Optional<InstantRange> between, Set<String> currencies) {

    EffectChange {
        currencies = Set.copyOf(currencies);
    }

    /** Returns the earlier position of each log; the later one for a log that only the later scope contains. */
    Map<String, Long> positionsBefore() {
        return withMissing(from, to);
    }

    /** Returns the later position of each log; the earlier one for a log that only the earlier scope contains. */
    Map<String, Long> positionsAfter() {
        return withMissing(to, from);
    }

    /**
     * Returns the position up to which each log is searched for indirect causes. The log of a territory that left the group has
     * no limit, because the cause may be the event that ended the membership.
     */
    Map<String, Long> endPositions() {
        var ends = new HashMap<String, Long>();
        from.positions().keySet().forEach(it -> ends.put(it, Long.MAX_VALUE));
        ends.putAll(to.positions());
        return ends;
    }

    /** Returns whether an entry was recorded between the two instants; logs that only one scope contains are read completely. */
    boolean isBetween(Entry entry) {
        return between.map(it -> it.contains(entry.recordedAt())).orElse(true);
    }

    private static Map<String, Long> withMissing(TerritoryScope one, TerritoryScope other) {
        var positions = new HashMap<>(other.positions());
        positions.putAll(one.positions());
        return positions;
    }

    /** Returns whether the days of a territory's membership in the group differ. */
    boolean hasMembershipChanged(String territory) {
        return !membershipDays(from, territory).equals(membershipDays(to, territory));
    }

    private static Set<List<Object>> membershipDays(TerritoryScope scope, String territory) {
        return scope.places().stream()
                .filter(it -> it.territory().equals(territory))
                .map(it -> List.<Object>of(it.since(), it.until()))
                .collect(Collectors.toSet());
    }

    /** Returns whether one of the names resolves to another actor, or to another sector, than before. */
    boolean hasActorChanged(String territory, Set<String> actors) {
        return changedActors(territory, actors).findAny().isPresent();
    }

    private Stream<String> changedActors(String territory, Set<String> actors) {
        return actors.stream()
                .filter(name -> !Objects.equals(
                        from.names(territory).get(name), to.names(territory).get(name)));
    }

    /** Returns the subjects of all names of the actors that changed names resolve to. */
    private Stream<Subject> registrations(String territory, Set<String> actors) {
        var codes = changedActors(territory, actors)
                .flatMap(name -> Stream.of(from, to)
                        .flatMap(it -> Stream.ofNullable(it.names(territory).get(name))))
                .map(ResolvedActor::code)
                .collect(Collectors.toSet());
        return codes.isEmpty()
                ? Stream.of()
                : Stream.of(from, to)
                        .flatMap(it -> it.names(territory).entrySet().stream())
                        .filter(it -> codes.contains(it.getValue().code()))
                        .map(Map.Entry::getKey)
                        .filter(StrategyCodes::isCode)
                        .map(it -> new Subject.ActorSubject(new TerritoryCode(territory), it));
    }

    /** Returns the subjects of events that indirectly affect an activity's contribution. */
    Set<Subject> indirectSubjects(String territory, ActivityDetail activityDetail) {
        var rates = activityDetail.currencies().stream()
                .flatMap(one -> currencies.stream().flatMap(other -> Stream.of(one + "." + other, other + "." + one)))
                .<Subject>map(pair -> new Subject.ActivitySubject(territory, "exchange-rate." + pair));
        var memberships = Stream.of(from, to)
                .flatMap(it -> it.places().stream())
                .filter(it -> it.territory().equals(territory) && hasMembershipChanged(territory))
                .flatMap(it -> it.membershipSubject().stream());
        return Stream.of(rates, memberships, registrations(territory, activityDetail.actors()))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }
}
