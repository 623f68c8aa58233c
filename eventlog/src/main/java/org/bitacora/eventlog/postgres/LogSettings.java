package org.bitacora.eventlog.postgres;

/**
 * How the log uses its database.
 *
 * @param concurrentTransactions how many append transactions may be in flight at once
 * @param extraTransactionThreshold how many events have to wait before another transaction begins beside one that is in flight
 * @param maxGroupEvents how many events one transaction takes at most, unless a single batch has more
 * @param maxWaitingEvents how many events may wait for a transaction before senders are told to come back
 */
public record LogSettings(
        int concurrentTransactions, int extraTransactionThreshold, int maxGroupEvents, int maxWaitingEvents) {

    /** What serves a small machine well. */
    public static final LogSettings DEFAULT = new LogSettings(2, 200, 4_000, 50_000);
}
