package org.bitacora.domain.activity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a transition took effect: a partial date, or unknown where the transition took place but nobody said when.
 *
 * @param date the date, empty where it is unknown
 */
public record EffectiveDate(Optional<PartialDate> date) {

    /** The first day that an unknown date can be. */
    public static final LocalDate MIN_DATE = LocalDate.of(1, 1, 1);

    /** The last day that an unknown date can be. */
    public static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

    /** The first day that it can have been. */
    public LocalDate earliest() {
        return date.map(PartialDate::earliest).orElse(MIN_DATE);
    }

    /** The last day that it can have been. */
    public LocalDate latest() {
        return date.map(PartialDate::latest).orElse(MAX_DATE);
    }
}
