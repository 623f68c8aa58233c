package org.bitacora.domain.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The transitions in the life of an activity, in order. */
public enum Transition {
    PLANNED,
    /** The transition that makes an activity count: a mission was carried out, an agreement was signed. */
    FORMALISED,
    ENDED,
    UNDONE;

    /** The name that the contract uses for this transition. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The transition with this name in the contract; empty if there is none. */
    public static Optional<Transition> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
