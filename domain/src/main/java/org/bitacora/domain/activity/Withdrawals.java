package org.bitacora.domain.activity;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.ActivityEvent.ActivityAssessed;
import org.bitacora.domain.activity.ActivityEvent.ActivityCorrected;
import org.bitacora.domain.activity.ActivityEvent.ActivityReinstated;
import org.bitacora.domain.activity.ActivityEvent.ActivityWithdrawn;
import org.bitacora.domain.activity.ActivityEvent.TransitionStated;

/**
 * The withdrawals that are in force, of the whole activity or of single events. A withdrawal overrides all other
 * events, earlier or later; only a later reinstatement lifts it.
 */
final class Withdrawals {

    private final Set<EventKey> known = new HashSet<>();
    private final Set<EventKey> events = new HashSet<>();
    private final Set<EventKey> unknownEvents = new HashSet<>();
    private boolean ofActivity;

    /** Adds the next event. Returns whether it withdraws or reinstates an event that was added before. */
    boolean add(ActivityEvent event) {
        known.add(event.key());
        unknownEvents.remove(event.key());
        return switch (event) {
            case ActivityWithdrawn _ -> withdraw(target(event));
            case ActivityReinstated _ -> reinstate(target(event));
            case TransitionStated _, ActivityCorrected _, ActivityAssessed _ -> false;
        };
    }

    private boolean withdraw(Optional<EventKey> target) {
        if (target.isEmpty()) {
            ofActivity = true;
            return false;
        }
        boolean isKnown = known.contains(target.get());
        if (!isKnown) {
            unknownEvents.add(target.get());
        }
        return events.add(target.get()) && isKnown;
    }

    private boolean reinstate(Optional<EventKey> target) {
        if (target.isEmpty()) {
            ofActivity = false;
            return false;
        }
        unknownEvents.remove(target.get());
        return events.remove(target.get()) && known.contains(target.get());
    }

    private static Optional<EventKey> target(ActivityEvent event) {
        var reference = event.data().object("event");
        return reference.text("source").flatMap(source -> reference.text("id").map(id -> new EventKey(source, id)));
    }

    /** Whether an event is withdrawn. */
    boolean hasEvent(EventKey key) {
        return events.contains(key);
    }

    /** Whether the whole activity is withdrawn. */
    boolean ofActivity() {
        return ofActivity;
    }

    /** Whether a withdrawal refers to an event that was never received. */
    boolean ofUnknownEvents() {
        return !unknownEvents.isEmpty();
    }
}
