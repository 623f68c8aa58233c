package org.bitacora.projections.indicator.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.actor.Merges.Meaning;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.evidence.Behind.Detail;
import org.bitacora.projections.indicator.evidence.Evidence.Between;

/**
 * From what to what a figure of one group went. What an activity adds to it also changes though nothing was said of the
 * activity: its territory joined the group or left it, an exchange rate was reported, or its actors were registered.
 *
 * @param from as it was known
 * @param to as it is known
 * @param between which instants, where it is of several territories
 * @param currencies those that the figure is in
 */
record Moved(Scope from, Scope to, Optional<Between> between, Set<String> currencies) {

    Moved {
        currencies = Set.copyOf(currencies);
    }

    /** Where each log stood; one that the other side alone looks at has not moved. */
    Map<String, Long> before() {
        return completed(from, to);
    }

    /** Where each log stands. */
    Map<String, Long> after() {
        return completed(to, from);
    }

    /** Where each log ends for what is said beside activities: of one that left, it may be what made it leave. */
    Map<String, Long> ends() {
        var ends = new HashMap<String, Long>();
        from.positions().keySet().forEach(it -> ends.put(it, Long.MAX_VALUE));
        ends.putAll(to.positions());
        return ends;
    }

    /** Whether an entry came in between: logs that one side alone looks at are read from end to end. */
    boolean isBetween(Entry entry) {
        return between.map(it -> it.contains(entry.recordedAt())).orElse(true);
    }

    private static Map<String, Long> completed(Scope one, Scope other) {
        var positions = new HashMap<>(other.positions());
        positions.putAll(one.positions());
        return positions;
    }

    /** Whether a territory belongs to the group on other days than before. */
    boolean isRegrouped(String territory) {
        return !days(from, territory).equals(days(to, territory));
    }

    private static Set<List<Object>> days(Scope scope, String territory) {
        return scope.places().stream()
                .filter(it -> it.territory().equals(territory))
                .map(it -> List.<Object>of(it.since(), it.until()))
                .collect(Collectors.toSet());
    }

    /** Whether one of those names means somebody else than before, or one of another sector. */
    boolean isRenamed(String territory, Set<String> actors) {
        return renamed(territory, actors).findAny().isPresent();
    }

    private Stream<String> renamed(String territory, Set<String> actors) {
        return actors.stream()
                .filter(name -> !Objects.equals(
                        from.names(territory).get(name), to.names(territory).get(name)));
    }

    /** All names of who is meant by one of those that mean somebody else than before. */
    private Stream<String> registrations(String territory, Set<String> actors) {
        var codes = renamed(territory, actors)
                .flatMap(name -> Stream.of(from, to)
                        .flatMap(it -> Stream.ofNullable(it.names(territory).get(name))))
                .map(Meaning::code)
                .collect(Collectors.toSet());
        return codes.isEmpty()
                ? Stream.of()
                : Stream.of(from, to)
                        .flatMap(it -> it.names(territory).entrySet().stream())
                        .filter(it -> codes.contains(it.getValue().code()))
                        .map(it -> ActorVersion.subject(territory, it.getKey()));
    }

    /** The subjects of what changes the effect of an activity of a territory. */
    Set<String> elsewhere(String territory, Detail of) {
        var rates = of.currencies().stream()
                .flatMap(one -> currencies.stream().flatMap(other -> Stream.of(one + "." + other, other + "." + one)))
                .map(pair -> territory + "/exchange-rate." + pair);
        var memberships = Stream.of(from, to)
                .flatMap(it -> it.places().stream())
                .filter(it -> it.territory().equals(territory) && isRegrouped(territory))
                .map(Scope.Place::saidBy);
        return Stream.of(rates, memberships, registrations(territory, of.actors()))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }
}
