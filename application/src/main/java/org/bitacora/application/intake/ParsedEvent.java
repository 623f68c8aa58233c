package org.bitacora.application.intake;

import java.util.List;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/** What came in, as far as it can be read. */
public sealed interface ParsedEvent {

    /** An event. */
    record ValidEvent(CloudEvent event) implements ParsedEvent {}

    /** Not an event. */
    record InvalidEvent(Refusal refusal) implements ParsedEvent {
        InvalidEvent(List<Violation> violations) {
            this(new Refusal.Unreadable(violations));
        }
    }
}
