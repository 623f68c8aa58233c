package org.bitacora.projections.relay;

import java.util.List;

/**
 * The receiver of a relay's entries. It must keep the order of each log: once the delivery of an entry has failed, no later
 * entry of that log may be delivered until the relay passes the failed entry again.
 */
public interface RelaySink {

    /** Accepts entries, those of each log in order. May return before they are delivered. */
    void accept(List<RelayedEntry> entries);

    /** Returns when all accepted entries have been delivered; throws an exception if a delivery failed. */
    void awaitDelivery();
}
