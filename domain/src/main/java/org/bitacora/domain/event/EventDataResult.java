package org.bitacora.domain.event;

import java.util.List;
import org.bitacora.domain.refusal.Violation;

/** What became of parsing the data of an event. */
public sealed interface EventDataResult {

    /** They make that event. */
    record TypedEvent(DomainEvent event) implements EventDataResult {}

    /** They make none, as all of this is wrong with them. */
    record InvalidContent(List<Violation> violations) implements EventDataResult {
        public InvalidContent {
            violations = List.copyOf(violations);
        }
    }
}
