package org.bitacora.projections.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A channel that may fail: what arrived there, and what a reader makes of it that drops what it has seen. */
final class RecordingSink implements RelaySink {

    private final Predicate<RelayedEntry> fails;
    private final List<RelayedEntry> arrived;
    private boolean hasFailed;

    /** Many may share what arrived. */
    RecordingSink(List<RelayedEntry> arrived, Predicate<RelayedEntry> fails) {
        this.arrived = arrived;
        this.fails = fails;
    }

    @Override
    public void accept(List<RelayedEntry> entries) {
        for (var entry : entries) {
            hasFailed = hasFailed || fails.test(entry);
            if (!hasFailed) {
                arrived.add(entry);
            }
        }
    }

    @Override
    public void awaitDelivery() {
        if (hasFailed) {
            hasFailed = false;
            throw new IllegalStateException("Something did not arrive");
        }
    }

    /** The positions of each log as its reader sees them for the first time, which has seen those before already. */
    static Map<String, List<Long>> seen(List<RelayedEntry> arrived) {
        Map<String, List<Long>> seen = new HashMap<>();
        for (var entry : arrived) {
            var positions = seen.computeIfAbsent(entry.territory(), _ -> new ArrayList<>());
            if (positions.isEmpty() || entry.position() > positions.getLast()) {
                positions.add(entry.position());
            }
        }
        return seen;
    }
}
