package org.bitacora.application.intake;

import org.bitacora.domain.refusal.Refusal;

/** What became of something that was sent. */
public sealed interface IntakeResult {

    /** It is in the log at that position, just now. */
    record Appended(String territory, String activity, long position) implements IntakeResult {}

    /** It was there already. */
    record Duplicate(String territory, String activity, long position) implements IntakeResult {}

    /** It is not in the log. */
    record Rejected(Refusal refusal) implements IntakeResult {}

    /** It is not in the log, because others of the same atomic batch were rejected. */
    record NotStored() implements IntakeResult {}
}
