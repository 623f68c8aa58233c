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
public record Party(String name, String type, String country) implements Comparable<Party> {

    private static final Comparator<Party> ORDER =
            Comparator.comparing(Party::name).thenComparing(Party::type).thenComparing(Party::country);

    @Override
    public int compareTo(Party other) {
        return ORDER.compare(this, other);
    }
}
