package org.bitacora.domain.strategy;

import java.util.Locale;

/** Whether an effect followed its cause. This is evidence for a link, not proof. */
public enum LinkEvidence {
    /** Cause and effect moved in the same direction. */
    FOLLOWED,
    /** The cause moved, and the effect did not move or moved in the other direction. */
    NOT_FOLLOWED,
    /** The cause did not move, so that no effect could follow. */
    NO_CAUSE,
    /** The trend of the cause or of the effect is unknown. */
    UNKNOWN;

    /** The name that the contract uses for this evidence. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The evidence for a link from two trends.
     *
     * @param cause the trend of the objective that is the cause, earlier by the lag of the link
     * @param effect the current trend of the objective that is the effect
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
