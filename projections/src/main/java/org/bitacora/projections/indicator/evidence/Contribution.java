package org.bitacora.projections.indicator.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.eventlog.Entry;

/**
 * What an activity, or a report of a series, adds to a value.
 *
 * @param territory whose
 * @param subject the name of the activity, or of the series
 * @param title what the activity is called; the period of a report
 * @param date when it took effect, as it was written; empty where nobody said so
 * @param effect what it adds to the value, or to the numerator of a ratio; empty where it adds nothing there
 * @param denominatorEffect what it adds to the denominator of a ratio
 * @param cause what happened to it, where this is a change
 * @param events the entries behind it
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

    /** The same taken back. */
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

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
