package org.bitacora.eventlog;

/** What became of entries that were to make up a log. */
public sealed interface RestoreResult {

    /**
     * The log holds them all, durably.
     *
     * @param headPosition the last position of the log
     * @param addedEntries how many of them it did not hold before
     */
    record Complete(long headPosition, long addedEntries) implements RestoreResult {}

    /** Nothing was taken: at that position the log holds something else. */
    record Divergent(long position) implements RestoreResult {}

    /** Nothing was taken: what is given for that position cannot be what a log once held. */
    record Corrupt(long position, String detail) implements RestoreResult {}
}
