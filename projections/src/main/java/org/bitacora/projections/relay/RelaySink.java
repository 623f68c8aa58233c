package org.bitacora.projections.relay;

import java.util.List;

/**
 * Where a relay hands entries on. Of a log it must let nothing arrive after something that did not: once one entry has
 * failed, those after it may not arrive either, until they are handed on again.
 */
public interface RelaySink {

    /** Takes entries, those of each log in its order. It may return before they have arrived. */
    void accept(List<RelayedEntry> entries);

    /** Returns when everything that was taken has arrived, and fails where something did not. */
    void awaitDelivery();
}
