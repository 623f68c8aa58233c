package org.bitacora.domain.activity;

import java.util.Locale;

/** What does not fit together in what was said of an activity. It is kept and shown, never refused. */
public enum Inconsistency {
    /** No event gives it a title. */
    MISSING_TITLE,
    /** Its events state more than one kind; the first stated holds. */
    SEVERAL_KINDS,
    /** Its end, or its ending, surely precedes its beginning. */
    ENDS_BEFORE_IT_BEGINS,
    /** A correction names a transition, or an activity, that nobody stated. */
    ORPHAN_CORRECTION,
    /** It was cancelled after it had been formalised: taken as an ending. */
    UNDONE_AFTER_FORMALISED,
    /** An event was withdrawn that nobody sent. */
    UNKNOWN_EVENT_WITHDRAWN;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
