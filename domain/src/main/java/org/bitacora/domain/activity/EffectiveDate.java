package org.bitacora.domain.activity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The date on which a transition took effect. The date of a transition that took place may be partial or unknown.
 *
 * @param date the date; empty if it is unknown
 */
public record EffectiveDate(Optional<PartialDate> date) {

    /** The earliest day of an unknown date. */
    public static final LocalDate MIN_DATE = LocalDate.of(1, 1, 1);

    /** The latest day of an unknown date. */
    public static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

    /** The earliest possible day. */
    public LocalDate earliest() {
        return date.map(PartialDate::earliest).orElse(MIN_DATE);
    }

    /** The latest possible day. */
    public LocalDate latest() {
        return date.map(PartialDate::latest).orElse(MAX_DATE);
    }
}
