package org.bitacora.projections.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From what to what a figure of one group went. What an activity adds to it also changes though nothing was said of the
 * activity: its territory joined the group or left it, or an exchange rate was reported.
 *
 * @param from as it was known
 * @param to as it is known
 * @param currencies those that the figure is in
 */
record Moved(Scope from, Scope to, Set<String> currencies) {

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

    /** The subjects of what changes the effect of a territory's activities, whose amounts are in some currencies. */
    Set<String> elsewhere(String territory, Set<String> stated) {
        var rates = stated.stream()
                .flatMap(one -> currencies.stream().flatMap(other -> Stream.of(one + "." + other, other + "." + one)))
                .map(pair -> territory + "/exchange-rate." + pair);
        var memberships = isRegrouped(territory)
                ? Stream.of(to.groups().getFirst() + "/members/" + territory)
                : Stream.<String>empty();
        return Stream.concat(rates, memberships).collect(Collectors.toSet());
    }
}
