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
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.InstantRange;
import org.bitacora.projections.indicator.evidence.EvidenceLookup.ActivityDetail;

/**
 * From what to what a figure of one group went. What an activity adds to it also changes though nothing was said of the
 * activity: its territory joined the group or left it, an exchange rate was reported, or its actors were registered.
 *
 * @param from as it was known
 * @param to as it is known
 * @param between which instants, where it is of several territories
 * @param currencies those that the figure is in
 */
record EffectChange(Scope from, Scope to, Optional<InstantRange> between, Set<String> currencies) {

    EffectChange {
        currencies = Set.copyOf(currencies);
    }

    /** Where each log stood; one that the other side alone looks at has not moved. */
    Map<String, Long> positionsBefore() {
        return withMissing(from, to);
    }

    /** Where each log stands. */
    Map<String, Long> positionsAfter() {
        return withMissing(to, from);
    }

    /** Where each log ends for what is said beside activities: of one that left, it may be what made it leave. */
    Map<String, Long> endPositions() {
        var ends = new HashMap<String, Long>();
        from.positions().keySet().forEach(it -> ends.put(it, Long.MAX_VALUE));
        ends.putAll(to.positions());
        return ends;
    }

    /** Whether an entry came in between: logs that one side alone looks at are read from end to end. */
    boolean isBetween(Entry entry) {
        return between.map(it -> it.contains(entry.recordedAt())).orElse(true);
    }

    private static Map<String, Long> withMissing(Scope one, Scope other) {
        var positions = new HashMap<>(other.positions());
        positions.putAll(one.positions());
        return positions;
    }

    /** Whether a territory belongs to the group on other days than before. */
    boolean hasMembershipChanged(String territory) {
        return !membershipDays(from, territory).equals(membershipDays(to, territory));
    }

    private static Set<List<Object>> membershipDays(Scope scope, String territory) {
        return scope.places().stream()
                .filter(it -> it.territory().equals(territory))
                .map(it -> List.<Object>of(it.since(), it.until()))
                .collect(Collectors.toSet());
    }

    /** Whether one of those names means somebody else than before, or one of another sector. */
    boolean hasActorChanged(String territory, Set<String> actors) {
        return changedActors(territory, actors).findAny().isPresent();
    }

    private Stream<String> changedActors(String territory, Set<String> actors) {
        return actors.stream()
                .filter(name -> !Objects.equals(
                        from.names(territory).get(name), to.names(territory).get(name)));
    }

    /** All names of who is meant by one of those that mean somebody else than before. */
    private Stream<String> registrations(String territory, Set<String> actors) {
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
                        .map(it -> ActorVersion.subject(territory, it.getKey()));
    }

    /** The subjects of what changes the effect of an activity of a territory. */
    Set<String> indirectSubjects(String territory, ActivityDetail of) {
        var rates = of.currencies().stream()
                .flatMap(one -> currencies.stream().flatMap(other -> Stream.of(one + "." + other, other + "." + one)))
                .map(pair -> territory + "/exchange-rate." + pair);
        var memberships = Stream.of(from, to)
                .flatMap(it -> it.places().stream())
                .filter(it -> it.territory().equals(territory) && hasMembershipChanged(territory))
                .map(Scope.ScopeTerritory::membershipSubject);
        return Stream.of(rates, memberships, registrations(territory, of.actors()))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }
}
