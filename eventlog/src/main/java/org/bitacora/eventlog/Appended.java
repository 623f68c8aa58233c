package org.bitacora.eventlog;

import org.bitacora.domain.refusal.Refusal;

/** What became of a draft. */
public sealed interface Appended {

    /** It is in the log, durably. */
    record Stored(long position) implements Appended {}

    /** It was in the log already: the same event again. */
    record Duplicate(long position) implements Appended {}

    /** It is not in the log, and left no trace. */
    record Refused(Refusal refusal) implements Appended {}

    /** It is not in the log, because another draft of the same atomic batch was refused. */
    record NotTried() implements Appended {}
}
