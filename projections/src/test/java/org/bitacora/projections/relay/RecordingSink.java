package org.bitacora.projections.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A sink that records the delivered entries and can fail. */
final class RecordingSink implements RelaySink {

    private final Predicate<RelayedEntry> fails;
    private final List<RelayedEntry> delivered;
    private boolean hasFailed;

    /** Creates a sink that adds delivered entries to a list, which several sinks can share. */
    RecordingSink(List<RelayedEntry> delivered, Predicate<RelayedEntry> fails) {
        this.delivered = delivered;
        this.fails = fails;
    }

    @Override
    public void accept(List<RelayedEntry> entries) {
        for (var entry : entries) {
            hasFailed = hasFailed || fails.test(entry);
            if (!hasFailed) {
                delivered.add(entry);
            }
        }
    }

    @Override
    public void awaitDelivery() {
        if (hasFailed) {
            hasFailed = false;
            throw new IllegalStateException("A delivery failed");
        }
    }

    /** Returns the positions of each log that a receiver accepts if it ignores positions it has already received. */
    static Map<String, List<Long>> seen(List<RelayedEntry> delivered) {
        Map<String, List<Long>> seen = new HashMap<>();
        for (var entry : delivered) {
            var positions = seen.computeIfAbsent(entry.territory(), _ -> new ArrayList<>());
            if (positions.isEmpty() || entry.position() > positions.getLast()) {
                positions.add(entry.position());
            }
        }
        return seen;
    }
}
