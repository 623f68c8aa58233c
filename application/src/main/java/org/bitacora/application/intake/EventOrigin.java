package org.bitacora.application.intake;

import org.bitacora.application.access.Caller;
import org.bitacora.domain.event.EventType.Admission;

/** The origin of an event in the write path. */
enum EventOrigin {
    /** A sender submitted the event as a CloudEvent, on any channel. */
    SENDER,
    /** A decider produced the event from a command on a resource. */
    COMMAND;

    /** Returns whether event types with this admission are accepted from this origin. */
    boolean admits(Admission admission) {
        return switch (this) {
            case SENDER -> admission.isOpenToSenders();
            case COMMAND -> true;
        };
    }

    /**
     * Returns the source that the caller writes for: the source of the event, or for a command the source of the
     * caller.
     */
    String sourceOf(CloudEvent event, Caller caller) {
        return switch (this) {
            case SENDER -> event.key().source();
            case COMMAND -> caller.source();
        };
    }

    /**
     * Returns whether the caller may change what another source recorded first. Every authorized command may do so.
     */
    boolean mayChangeAllActivities(Caller caller) {
        return this == COMMAND || caller.isEditor();
    }

    /**
     * Returns whether an event type with this admission may create the log of its territory. Only the registration
     * command may.
     */
    boolean mayFoundLog(Admission admission) {
        return this == COMMAND && admission.mayFoundLog();
    }
}
