package org.bitacora.domain.indicator;

import java.util.Locale;
import java.util.Optional;

/**
 * The reliability of an observation. Every channel that shows an observation shows this status and computes it here.
 */
public enum ObservationStatus {
    /** Complete and final. */
    NORMAL,
    /** Data is missing: an activity of the territory is parked, or the value lacks a series. */
    INCOMPLETE,
    /** A reported value on which the observation is based may still be revised. */
    PROVISIONAL,
    /** The log has entries that the projections have not reached yet, although they were recorded a while ago. */
    CATCHING_UP;

    /** The name that the contract uses for this status. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The status of a value.
     *
     * @param parkedActivities the number of parked activities of the territory, each of which may belong to the value
     */
    public static ObservationStatus of(Value value, long parkedActivities) {
        if (parkedActivities > 0 || !value.missingSeries().isEmpty()) {
            return INCOMPLETE;
        }
        return value.isProvisional() ? PROVISIONAL : NORMAL;
    }

    /**
     * The status of a value that is as of the latest position that is projected.
     *
     * @param head the position of the head of the log, while the projections are catching up with it
     */
    public static ObservationStatus of(Value value, long parkedActivities, Optional<Long> head) {
        var status = of(value, parkedActivities);
        return status == NORMAL && head.isPresent() ? CATCHING_UP : status;
    }
}
