package org.bitacora.application.intake;

import org.bitacora.domain.refusal.Refusal;

/** What became of something that was sent. */
public sealed interface Outcome {

    /** It is in the log at that position, just now. */
    record Appended(String territory, String activity, long position) implements Outcome {}

    /** It was there already. */
    record Duplicate(String territory, String activity, long position) implements Outcome {}

    /** It is not in the log. */
    record Rejected(Refusal refusal) implements Outcome {}

    /** It is not in the log, because others of the same atomic batch were rejected. */
    record NotStored() implements Outcome {}
}
