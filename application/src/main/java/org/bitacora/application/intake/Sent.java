package org.bitacora.application.intake;

import java.util.List;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/** What came in, as far as it can be read. */
public sealed interface Sent {

    /** An event. */
    record Read(CloudEvent event) implements Sent {}

    /** Not an event. */
    record Garbled(Refusal refusal) implements Sent {
        Garbled(List<Violation> violations) {
            this(new Refusal.Unreadable(violations));
        }
    }
}
