package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The entity that a count counts. Each distinct entity is counted once, however often activities name it. */
public enum CountedEntity {
    ACTIVITIES,
    /** The counterparts that activities name, distinguished by their names as written. */
    COUNTERPARTS,
    /** The countries of the counterparts. */
    COUNTRIES,
    ACTORS,
    /** The dimensions that activities serve, out of the five of Idea 7. */
    DIMENSIONS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name that the contract uses for this entity. */
    public String word() {
        return word;
    }

    /** The entity with this name in the contract; empty if there is none. */
    public static Optional<CountedEntity> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
