package org.bitacora.eventlog;

import org.bitacora.domain.refusal.Detail;

/** The outcome of restoring a log. */
public sealed interface RestoreResult {

    /**
     * The log durably holds all given entries.
     *
     * @param headPosition the last position of the log
     * @param addedEntries the number of entries that the log did not hold before
     */
    record Complete(long headPosition, long addedEntries) implements RestoreResult {}

    /** Nothing was stored: the log holds a different entry at this position. */
    record Divergent(long position) implements RestoreResult {}

    /** Nothing was stored: the entry given for this position is not valid. */
    record Corrupt(long position, Detail detail) implements RestoreResult {}
}
