package org.bitacora.application.intake;

import java.util.List;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/** The result of one submitted event. */
public sealed interface IntakeResult {

    /**
     * The event was appended to the log at the position.
     *
     * @param warnings what is unlikely in the event, with pointers to its members
     */
    record Appended(String territory, String activity, long position, List<Violation> warnings)
            implements IntakeResult {
        public Appended {
            warnings = List.copyOf(warnings);
        }
    }

    /** The event was already recorded at the position. */
    record Duplicate(String territory, String activity, long position) implements IntakeResult {}

    /** The event was not recorded. */
    record Rejected(Refusal refusal) implements IntakeResult {}

    /** The event was not recorded because another event of the same atomic batch was rejected. */
    record NotStored() implements IntakeResult {}
}
