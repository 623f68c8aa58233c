package org.bitacora.domain.indicator;

import java.util.Locale;

/** How far an observation can be relied on. */
public enum ObservationStatus {
    /** Complete and final. */
    NORMAL,
    /** Something is missing: an activity of the territory is parked, or the number lacks a series. */
    INCOMPLETE,
    /** A reported value behind it may still be revised. */
    PROVISIONAL;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of a value.
     *
     * @param parkedActivities the number of parked activities of the territory: each may belong to the value
     */
    public static ObservationStatus of(Value value, long parkedActivities) {
        if (parkedActivities > 0 || isPartial(value)) {
            return INCOMPLETE;
        }
        return value.isProvisional() ? PROVISIONAL : NORMAL;
    }

    /** Whether series are missing from the number; a value without a number has a reason instead. */
    private static boolean isPartial(Value value) {
        return !value.missingSeries().isEmpty() && value.number().isPresent();
    }
}
