package org.bitacora.eventlog.postgres;

/**
 * The settings of the group commit of the log.
 *
 * @param concurrentTransactions the maximum number of append transactions in flight
 * @param extraTransactionThreshold the number of waiting events at which another transaction starts in parallel
 * @param maxGroupEvents the maximum number of events in one transaction, unless a single batch has more
 * @param maxWaitingEvents the maximum number of waiting events; further batches are refused with {@link
 *     org.bitacora.eventlog.LogOverloadedException}
 */
public record LogSettings(
        int concurrentTransactions, int extraTransactionThreshold, int maxGroupEvents, int maxWaitingEvents) {

    /** Settings for a small machine. */
    public static final LogSettings DEFAULT = new LogSettings(2, 200, 4_000, 50_000);
}
