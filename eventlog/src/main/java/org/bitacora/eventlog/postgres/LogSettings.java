package org.bitacora.eventlog.postgres;

/**
 * How the log uses its database.
 *
 * @param lanes how many append transactions may be in flight at once
 * @param busy how many events have to wait before another transaction begins beside one that is in flight
 * @param group how many events one transaction takes at most, unless a single batch has more
 * @param waiting how many events may wait for a transaction before senders are told to come back
 */
public record LogSettings(int lanes, int busy, int group, int waiting) {

    /** What serves a small machine well. */
    public static final LogSettings DEFAULT = new LogSettings(2, 200, 4_000, 50_000);
}
