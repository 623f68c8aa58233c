package org.bitacora.domain.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.bitacora.domain.json.Json;

/** One thing said of an activity. */
public sealed interface ActivityEvent {

    /**
     * The order in which what was said is merged: by when it was said, then by transition, source and id. It depends
     * on nothing that delivery can change.
     */
    Comparator<ActivityEvent> MERGE_ORDER = Comparator.comparing(ActivityEvent::statedAt)
            .thenComparing(ActivityEvent::mergeRank)
            .thenComparing(ActivityEvent::key);

    /** Its identity. */
    EventKey key();

    /** When it was said: the sender's time, or when it was recorded where the sender gave none. */
    Instant statedAt();

    /** What was said with it. */
    Json.Obj data();

    private Transition mergeRank() {
        return this instanceof TransitionStated transitionStated ? transitionStated.transition() : Transition.UNDONE;
    }

    /** That the activity took a step; a member that is null states nothing. */
    record TransitionStated(EventKey key, Instant statedAt, ActivityKind kind, Transition transition, Json.Obj data)
            implements ActivityEvent {
        public TransitionStated {
            data = data.omitNulls();
        }
    }

    /** That something said before was wrong; the data is a merge patch. */
    record ActivityCorrected(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {
        /** The transition that it names. */
        Optional<Transition> transition() {
            return data.text("transition").flatMap(Transition::of);
        }

        Json.Obj patch() {
            return data.without("transition");
        }
    }

    /** That the activity, or one event of it, was recorded in error. */
    record ActivityWithdrawn(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {}

    /** That a withdrawal was the error. */
    record ActivityReinstated(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {}

    /** What somebody thinks of it. */
    record ActivityAssessed(EventKey key, Instant statedAt, Json.Obj data) implements ActivityEvent {}

    /** The event of that type. */
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
