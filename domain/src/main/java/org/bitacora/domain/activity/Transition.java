package org.bitacora.domain.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps in the life of an activity, in their order. */
public enum Transition {
    PLANNED,
    /** What makes an activity count: a mission carried out, an agreement signed. */
    FORMALISED,
    ENDED,
    UNDONE;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The transition of that word. */
    public static Optional<Transition> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
