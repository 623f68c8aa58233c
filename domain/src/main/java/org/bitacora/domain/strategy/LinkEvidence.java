package org.bitacora.domain.strategy;

import java.util.Locale;

/** Whether an effect followed its cause: evidence for a link, and no proof of it. */
public enum LinkEvidence {
    /** Both moved the same way. */
    FOLLOWED,
    /** The cause moved, and the effect stayed or moved the other way. */
    NOT_FOLLOWED,
    /** The cause stayed where it was: there was nothing to follow. */
    NO_CAUSE,
    /** One of the two is not known. */
    UNKNOWN;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What two trends tell of a link.
     *
     * @param cause of the objective that is the cause, as long before as the link takes
     * @param effect of the other, now
     */
    public static LinkEvidence of(Trend cause, Trend effect) {
        if (!cause.isKnown() || !effect.isKnown()) {
            return UNKNOWN;
        }
        if (cause == Trend.STEADY) {
            return NO_CAUSE;
        }
        return cause == effect ? FOLLOWED : NOT_FOLLOWED;
    }
}
