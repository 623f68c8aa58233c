package org.bitacora.eventlog;

/** What became of entries that were to make up a log. */
public sealed interface Restored {

    /**
     * The log holds them all, durably.
     *
     * @param end the last position of the log
     * @param taken how many of them it did not hold before
     */
    record Whole(long end, long taken) implements Restored {}

    /** Nothing was taken: at that position the log holds something else. */
    record Differs(long position) implements Restored {}

    /** Nothing was taken: what is given for that position cannot be what a log once held. */
    record Damaged(long position, String detail) implements Restored {}
}
