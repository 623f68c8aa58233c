package org.bitacora.eventlog.contract;

import java.time.Duration;
import org.bitacora.eventlog.testing.VisitDraft;

/** Another writer to the log, such as another node: it keeps to the protocol, but takes its time. */
interface ConcurrentAppender {

    /** Appends an event if it is not there, and holds the log for that long before the commit. */
    void appendSlowly(VisitDraft visitDraft, Duration held);

    /** The same, but takes everything back in the end. */
    void appendAndRollBack(VisitDraft visitDraft, Duration held);
}
