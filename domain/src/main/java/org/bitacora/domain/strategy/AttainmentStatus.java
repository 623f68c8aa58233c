package org.bitacora.domain.strategy;

import java.util.Locale;

/**
 * The status of a measure, objective or perspective against its targets. Known statuses come first, from best to worst.
 */
public enum AttainmentStatus {
    GREEN,
    AMBER,
    RED,
    /** Too small a share of the parts is known. */
    INSUFFICIENT,
    /** There is no value. */
    NO_VALUE,
    /** There is a value, but no target to compare it with. */
    NO_TARGET;

    /** The name that the contract uses for this status. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether this is an evaluation: green, amber or red. */
    public boolean isKnown() {
        return compareTo(RED) <= 0;
    }
}
