package org.bitacora.domain.event;

import java.util.List;
import org.bitacora.domain.refusal.Violation;

/** The result of parsing the data of an event. */
public sealed interface EventDataResult {

    /** The data is valid and makes this event. */
    record TypedEvent(DomainEvent event) implements EventDataResult {}

    /** The data is invalid, with all its violations. */
    record InvalidContent(List<Violation> violations) implements EventDataResult {
        public InvalidContent {
            violations = List.copyOf(violations);
        }
    }
}
