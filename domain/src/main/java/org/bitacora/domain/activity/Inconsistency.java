package org.bitacora.domain.activity;

import java.util.Locale;

/**
 * A contradiction or gap between the events of an activity. Inconsistencies are recorded and shown; the events are not
 * refused.
 */
public enum Inconsistency {
    /** No event states a title. */
    MISSING_TITLE,
    /** The events state more than one kind. The first stated kind applies. */
    SEVERAL_KINDS,
    /** The end date, or the date of the ending, certainly precedes the start. */
    ENDS_BEFORE_IT_BEGINS,
    /** A correction refers to a transition or an activity that no event states. */
    ORPHAN_CORRECTION,
    /** The activity was cancelled after it had been formalised. The cancellation counts as an ending. */
    UNDONE_AFTER_FORMALISED,
    /** A withdrawal refers to an event that was never received. */
    UNKNOWN_EVENT_WITHDRAWN;

    /** The name that the contract uses for this inconsistency. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
