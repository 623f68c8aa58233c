package org.bitacora.eventlog;

import org.bitacora.domain.refusal.Refusal;

/** The outcome of appending one draft. */
public sealed interface AppendResult {

    /** The draft was stored durably at this position. */
    record Stored(long position) implements AppendResult {}

    /** The same event is already in the log, at this position. */
    record Duplicate(long position) implements AppendResult {}

    /** The draft was refused; nothing was stored. */
    record Refused(Refusal refusal) implements AppendResult {}

    /** The draft was not stored because another draft of the same atomic batch was refused. */
    record NotAttempted() implements AppendResult {}
}
