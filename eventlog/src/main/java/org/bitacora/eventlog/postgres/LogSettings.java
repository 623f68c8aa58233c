package org.bitacora.eventlog.postgres;

/**
 * How the log uses its database.
 *
 * @param lanes how many append transactions may be in flight at once
 * @param group how many events one transaction takes at most, unless a single batch has more
 * @param waiting how many events may wait for a transaction before senders are told to come back
 */
public record LogSettings(int lanes, int group, int waiting) {

    /** What serves a small machine well. */
    public static final LogSettings DEFAULT = new LogSettings(2, 4_000, 50_000);
}
