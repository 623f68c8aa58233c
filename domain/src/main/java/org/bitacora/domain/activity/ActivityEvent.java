package org.bitacora.domain.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.bitacora.domain.json.Json;

/** An event of an activity. */
public sealed interface ActivityEvent {

    /**
     * The order in which events are merged: by the time of the statement, then by transition, source and id. The order
     * does not depend on delivery.
     */
    Comparator<ActivityEvent> MERGE_ORDER = Comparator.comparing(ActivityEvent::statedAt)
            .thenComparing(ActivityEvent::mergeRank)
            .thenComparing(ActivityEvent::key);

    /** The key that identifies the event. */
    EventKey key();

    /** The time of the statement: the sender's time, or the time of recording if the sender gave none. */
    Instant statedAt();

    /** The data of the event. */
    Json.Obj data();

    private Transition mergeRank() {
        return this instanceof TransitionStated transitionStated ? transitionStated.transition() : Transition.UNDONE;
    }

    /** The activity made a transition. A null member of the data states nothing. */
    record TransitionStated(EventKey key, Instant statedAt, ActivityKind kind, Transition transition, Json.Obj data)
            implements ActivityEvent {
        public TransitionStated {
            data = data.omitNulls();
        }
    }

    /** Earlier data was wrong. The data of this event is a merge patch. */
    record ActivityCorrected(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {
        /** The transition that the correction names; empty if it names none. */
        Optional<Transition> transition() {
            return data.text("transition").flatMap(Transition::of);
        }

        Json.Obj patch() {
            return data.without("transition");
        }
    }

    /** The activity, or one of its events, was recorded in error. */
    record ActivityWithdrawn(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {}

    /** A withdrawal was an error. */
    record ActivityReinstated(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {}

    /** The activity was assessed. */
    record ActivityAssessed(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {}

    /** The event for a type and its data. */
    static ActivityEvent of(ActivityEventType type, EventKey key, Instant at, Json.Obj data) {
        return switch (type) {
            case ActivityEventType.Statement(var activityKind, var transition) ->
                new TransitionStated(key, at, activityKind, transition, data);
            case ActivityEventType.Correction() -> new ActivityCorrected(key, at, data);
            case ActivityEventType.Withdrawal() -> new ActivityWithdrawn(key, at, data);
            case ActivityEventType.Reinstatement() -> new ActivityReinstated(key, at, data);
            case ActivityEventType.Assessment() -> new ActivityAssessed(key, at, data);
        };
    }
}
