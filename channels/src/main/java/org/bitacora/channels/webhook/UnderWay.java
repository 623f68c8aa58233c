package org.bitacora.channels.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is on its way from this node: how many messages in all, of each subscription, of each owner, and of slow ones. */
final class UnderWay {

    private static final String SLOW = "slow";
    private static final String ALL = "all";

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void begin(Due due) {
        names(due).forEach((name, more) -> counts.merge(name, more, Integer::sum));
    }

    void end(Due due) {
        names(due)
                .forEach((name, less) ->
                        counts.computeIfPresent(name, (_, count) -> count > less ? count - less : null));
    }

    private static Map<String, Integer> names(Due due) {
        return Map.of(ALL, 1, SLOW, due.isSlow() ? 1 : 0, due.subscription(), 1, "of " + due.owner(), 1);
    }

    int all() {
        return counts.getOrDefault(ALL, 0);
    }

    int slow() {
        return counts.getOrDefault(SLOW, 0);
    }

    /** The counts by the names of {@link CourierSql#CLAIM}. */
    Map<String, Integer> byName() {
        return Map.copyOf(counts);
    }
}
