package org.bitacora.domain.activity;

import java.util.Comparator;

/**
 * A participant of an activity: a counterpart with a type and a country, or an actor with a sector
 * and a role. Unknown values are empty strings.
 *
 * @param name the identifying name, as it was written
 * @param type the type of a counterpart or the sector of an actor
 * @param country the country of a counterpart
 * @param role the role of an actor in the activity
 */
public record Participant(String name, String type, String country, String role) implements Comparable<Participant> {

    private static final Comparator<Participant> ORDER = Comparator.comparing(Participant::name)
            .thenComparing(Participant::type)
            .thenComparing(Participant::country)
            .thenComparing(Participant::role);

    @Override
    public int compareTo(Participant other) {
        return ORDER.compare(this, other);
    }
}
