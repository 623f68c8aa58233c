package org.bitacora.eventlog.contract;

import java.time.Duration;
import org.bitacora.eventlog.testing.VisitDraft;

/** Another writer to the same log, such as another node. It follows the append protocol, but slowly. */
interface ConcurrentAppender {

    /** Appends an event and holds the lock for {@code held} before the commit. */
    void appendSlowly(VisitDraft visitDraft, Duration held);

    /** Inserts an event, holds the lock for {@code held}, then rolls back. */
    void appendAndRollBack(VisitDraft visitDraft, Duration held);
}
