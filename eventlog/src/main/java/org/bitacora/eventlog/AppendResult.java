package org.bitacora.eventlog;

import org.bitacora.domain.refusal.Refusal;

/** What became of a draft. */
public sealed interface AppendResult {

    /** It is in the log, durably. */
    record Stored(long position) implements AppendResult {}

    /** It was in the log already: the same event again. */
    record Duplicate(long position) implements AppendResult {}

    /** It is not in the log, and left no trace. */
    record Refused(Refusal refusal) implements AppendResult {}

    /** It is not in the log, because another draft of the same atomic batch was refused. */
    record NotAttempted() implements AppendResult {}
}
