package org.bitacora.projections.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A channel that may fail: what arrived there, and what a reader makes of it that drops what it has seen. */
final class Listener implements Outlet {

    private final Predicate<Handed> fails;
    private final List<Handed> arrived;
    private boolean hasFailed;

    /** Many may share what arrived. */
    Listener(List<Handed> arrived, Predicate<Handed> fails) {
        this.arrived = arrived;
        this.fails = fails;
    }

    @Override
    public void take(List<Handed> entries) {
        for (var entry : entries) {
            hasFailed = hasFailed || fails.test(entry);
            if (!hasFailed) {
                arrived.add(entry);
            }
        }
    }

    @Override
    public void settle() {
        if (hasFailed) {
            hasFailed = false;
            throw new IllegalStateException("Something did not arrive");
        }
    }

    /** The positions of each log as its reader sees them for the first time, which has seen those before already. */
    static Map<String, List<Long>> seen(List<Handed> arrived) {
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
