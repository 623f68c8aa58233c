package org.bitacora.application.intake;

import java.util.List;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/** The result of parsing one event. */
public sealed interface ParsedEvent {

    /** A well-formed event. */
    record ValidEvent(CloudEvent event) implements ParsedEvent {}

    /** A text that is not a well-formed event. */
    record InvalidEvent(Refusal refusal) implements ParsedEvent {
        InvalidEvent(List<Violation> violations) {
            this(new Refusal.Unreadable(violations));
        }
    }
}
