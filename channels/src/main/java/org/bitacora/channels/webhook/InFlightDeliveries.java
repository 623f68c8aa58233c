package org.bitacora.channels.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the pending attempts of this node: in total, by subscription, by owner, and of slow subscriptions. */
final class InFlightDeliveries {

    private static final String SLOW = "slow";
    private static final String ALL = "all";

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void add(DueDelivery dueDelivery) {
        countersOf(dueDelivery).forEach((name, more) -> counts.merge(name, more, Integer::sum));
    }

    void remove(DueDelivery dueDelivery) {
        countersOf(dueDelivery)
                .forEach((name, less) ->
                        counts.computeIfPresent(name, (_, count) -> count > less ? count - less : null));
    }

    private static Map<String, Integer> countersOf(DueDelivery dueDelivery) {
        return Map.of(
                ALL,
                1,
                SLOW,
                dueDelivery.isSlow() ? 1 : 0,
                dueDelivery.subscription(),
                1,
                "of " + dueDelivery.owner(),
                1);
    }

    int total() {
        return counts.getOrDefault(ALL, 0);
    }

    int slow() {
        return counts.getOrDefault(SLOW, 0);
    }

    /** The counts under the names that {@link DeliverySql#CLAIM} uses. */
    Map<String, Integer> countsByName() {
        return Map.copyOf(counts);
    }
}
