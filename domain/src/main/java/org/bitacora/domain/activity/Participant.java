package org.bitacora.domain.activity;

import java.util.Comparator;

/**
 * One of several that take part in an activity: a counterpart of a type and country, or an actor of a sector. What was
 * not said is empty.
 *
 * @param name what identifies it, as it was written
 * @param type the type of a counterpart, the sector of an actor
 * @param country the country of a counterpart
 */
public record Participant(String name, String type, String country) implements Comparable<Participant> {

    private static final Comparator<Participant> ORDER = Comparator.comparing(Participant::name)
            .thenComparing(Participant::type)
            .thenComparing(Participant::country);

    @Override
    public int compareTo(Participant other) {
        return ORDER.compare(this, other);
    }
}
