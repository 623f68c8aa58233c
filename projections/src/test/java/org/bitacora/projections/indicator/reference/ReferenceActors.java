package org.bitacora.projections.indicator.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bitacora.domain.activity.Participant;

/** Resolves the actors of a territory for {@link ReferenceCalculator}, independently of the application's code. */
final class ReferenceActors {

    private final Map<String, String> sectors = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();

    ReferenceActors(List<ReferenceEntry> log) {
        for (var referenceEntry : log) {
            var code =
                    referenceEntry.subject().substring(referenceEntry.subject().lastIndexOf('/') + 1);
            if (referenceEntry.type().equals("org.bitacora.actor.registered")) {
                sectors.put(code, referenceEntry.data().text("sector").orElseThrow());
            }
            if (referenceEntry.type().equals("org.bitacora.actor.merged")) {
                merge(referenceEntry.data().text("other").orElseThrow(), code);
            }
        }
    }

    /** Records that a name is merged into an actor. If several actors claim a name, the greatest code takes precedence. */
    private void merge(String name, String code) {
        if (!name.equals(code)) {
            mergedInto.merge(name, code, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    /** Returns the actor that a participant resolves to, with the registered sector, or else the sector that the activity states. */
    Participant resolve(Participant named) {
        var code = finalCode(named.name());
        return new Participant(code, sectors.getOrDefault(code, named.type()), named.country(), named.role());
    }

    /** Follows merges to the final code. After as many steps as there are names, the code is final or part of a cycle. */
    private String finalCode(String name) {
        var current = name;
        for (int i = 0; i < mergedInto.size(); i++) {
            current = mergedInto.getOrDefault(current, current);
        }
        var cycle = new TreeSet<String>();
        while (cycle.add(current)) {
            current = mergedInto.getOrDefault(current, current);
        }
        return cycle.first();
    }
}
