package org.bitacora.domain.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an activity stands, from all that was said of it. */
public enum ActivityStatus {
    /** Corrected or assessed, but never stated. */
    UNSTATED,
    PLANNED,
    FORMALISED,
    ENDED,
    /** Undone while it was only planned. */
    CANCELLED,
    /** Recorded in error: it never happened. */
    WITHDRAWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word of the contract. */
    public String word() {
        return word;
    }

    /** The status of that word. */
    public static Optional<ActivityStatus> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
