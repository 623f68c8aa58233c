package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a count counts: each distinct one once, however often it is named. */
public enum CountedEntity {
    ACTIVITIES,
    /** Those that activities name, one by its name as written. */
    COUNTERPARTS,
    /** Those of the counterparts. */
    COUNTRIES,
    ACTORS,
    /** Of the five of Idea 7, those that an activity serves. */
    DIMENSIONS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word of the contract. */
    public String word() {
        return word;
    }

    /** What is counted under that word. */
    public static Optional<CountedEntity> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
