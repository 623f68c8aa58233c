package org.bitacora.projections.indicator.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bitacora.domain.activity.Participant;

/** Who the actors of a territory are, as its log tells: for {@link ReferenceCalculator}, by hand again. */
final class ReferenceActors {

    private final Map<String, String> sectors = new HashMap<>();
    private final Map<String, String> into = new HashMap<>();

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

    /** Of several that claim a name, the last by code has it. */
    private void merge(String name, String code) {
        if (!name.equals(code)) {
            into.merge(name, code, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    /** The one that an activity means, with the sector that is registered, or else as the activity says. */
    Participant meant(Participant named) {
        var code = end(named.name());
        return new Participant(code, sectors.getOrDefault(code, named.type()), named.country());
    }

    /** After as many steps as there are names one is at the end, or goes round in a circle. */
    private String end(String name) {
        var at = name;
        for (int i = 0; i < into.size(); i++) {
            at = into.getOrDefault(at, at);
        }
        var circle = new TreeSet<String>();
        while (circle.add(at)) {
            at = into.getOrDefault(at, at);
        }
        return circle.first();
    }
}
