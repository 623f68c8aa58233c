package org.bitacora.domain.strategy;

import java.util.Locale;

/** How something stands beside its targets; those that are known from the best to the worst. */
public enum AttainmentStatus {
    GREEN,
    AMBER,
    RED,
    /** Too little of what it is made of is known. */
    INSUFFICIENT,
    /** It has no value. */
    NO_VALUE,
    /** It has a value, and nothing to compare it with. */
    NO_TARGET;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says how well things go. */
    public boolean isKnown() {
        return compareTo(RED) <= 0;
    }
}
