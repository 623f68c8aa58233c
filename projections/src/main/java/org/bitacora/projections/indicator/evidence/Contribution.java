package org.bitacora.projections.indicator.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.eventlog.Entry;

/**
 * The contribution of an activity, or of a report of a series, to a value.
 *
 * @param territory the territory of the activity or report
 * @param subject the name of the activity, or the code of the series
 * @param title the title of the activity, or the period of the report
 * @param date when the activity took effect, as written by the sender; empty if not stated
 * @param effect the amount added to the value, or to the numerator of a ratio; empty if none
 * @param denominatorEffect the amount added to the denominator of a ratio; empty if none
 * @param cause why the contribution changed; empty if this is not a change
 * @param events the log entries that the contribution follows from
 */
public record Contribution(
        String territory,
        String subject,
        String title,
        Optional<String> date,
        Optional<BigDecimal> effect,
        Optional<BigDecimal> denominatorEffect,
        Optional<Cause> cause,
        List<Entry> events) {
    public Contribution {
        events = List.copyOf(events);
    }

    /** Returns this contribution with both effects negated. */
    public Contribution negated() {
        return new Contribution(
                territory,
                subject,
                title,
                date,
                effect.map(BigDecimal::negate),
                denominatorEffect.map(BigDecimal::negate),
                cause,
                events);
    }

    /** Why a contribution changed. */
    public enum Cause {
        ADDED,
        WITHDRAWN,
        CORRECTED,
        RECLASSIFIED,
        TRANSITION,
        DEFINITION;

        /** Returns the cause's word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
