package org.bitacora.domain.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The status of an activity after all its events. */
public enum ActivityStatus {
    /** Corrected or assessed, but never stated. */
    UNSTATED,
    PLANNED,
    FORMALISED,
    ENDED,
    /** Undone while it was only planned. */
    CANCELLED,
    /** Recorded in error: the activity never took place. */
    WITHDRAWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name that the contract uses for this status. */
    public String word() {
        return word;
    }

    /** The status with this name in the contract; empty if there is none. */
    public static Optional<ActivityStatus> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
