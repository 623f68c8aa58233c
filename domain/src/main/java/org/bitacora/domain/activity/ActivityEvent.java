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
    Comparator<ActivityEvent> MERGE_ORDER = Comparator.comparing(ActivityEvent::at)
            .thenComparing(ActivityEvent::rank)
            .thenComparing(ActivityEvent::key);

    /** Its identity. */
    EventKey key();

    /** When it was said: the sender's time, or when it was recorded where the sender gave none. */
    Instant at();

    /** What was said with it. */
    Json.Obj data();

    private Transition rank() {
        return this instanceof Stated stated ? stated.transition() : Transition.UNDONE;
    }

    /** That the activity took a step; a member that is null states nothing. */
    record Stated(EventKey key, Instant at, Kind kind, Transition transition, Json.Obj data) implements ActivityEvent {
        public Stated {
            data = data.stated();
        }
    }

    /** That something said before was wrong; the data is a merge patch. */
    record Corrected(EventKey key, Instant at, Json.Obj data) implements ActivityEvent {
        /** The transition that it names. */
        Optional<Transition> transition() {
            return data.text("transition").flatMap(Transition::of);
        }

        Json.Obj patch() {
            return data.without("transition");
        }
    }

    /** That the activity, or one event of it, was recorded in error. */
    record Withdrawn(EventKey key, Instant at, Json.Obj data) implements ActivityEvent {}

    /** That a withdrawal was the error. */
    record Reinstated(EventKey key, Instant at, Json.Obj data) implements ActivityEvent {}

    /** What somebody thinks of it. */
    record Assessed(EventKey key, Instant at, Json.Obj data) implements ActivityEvent {}

    /** The event of that type. */
    static ActivityEvent of(EventType type, EventKey key, Instant at, Json.Obj data) {
        return switch (type) {
            case EventType.Statement(var kind, var transition) -> new Stated(key, at, kind, transition, data);
            case EventType.Correction() -> new Corrected(key, at, data);
            case EventType.Withdrawal() -> new Withdrawn(key, at, data);
            case EventType.Reinstatement() -> new Reinstated(key, at, data);
            case EventType.Assessment() -> new Assessed(key, at, data);
        };
    }
}
