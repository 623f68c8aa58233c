package org.bitacora.application.intake;

import org.bitacora.application.access.Caller;
import org.bitacora.domain.event.EventType.Admission;

/** Where an event comes from that enters the write path. */
enum EventOrigin {
    /** A sender states it as a CloudEvent, on any channel. */
    SENDER,
    /** A decider made it of a command on a resource. */
    COMMAND;

    /** Whether events of such a type may come from here. */
    boolean admits(Admission admission) {
        return switch (this) {
            case SENDER -> admission.isOpenToSenders();
            case COMMAND -> true;
        };
    }

    /** The source that a caller writes for: the event's own; a command has none but the caller's. */
    String sourceOf(CloudEvent event, Caller caller) {
        return switch (this) {
            case SENDER -> event.key().source();
            case COMMAND -> caller.source();
        };
    }

    /** Whether a caller may speak of what another source stated first: by commands anybody who may give them. */
    boolean speaksOfAll(Caller caller) {
        return this == COMMAND || caller.isEditor();
    }

    /** Whether an event of such a type may found the log of its territory: a registration only. */
    boolean mayFoundLog(Admission admission) {
        return this == COMMAND && admission.mayFoundLog();
    }
}
