package org.bitacora.domain.activity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.ActivityEvent.ActivityReinstated;
import org.bitacora.domain.activity.ActivityEvent.ActivityWithdrawn;

/**
 * The withdrawals that are in force, of the whole activity or of single events. A withdrawal overrides all other
 * events, earlier or later; only a later reinstatement lifts it.
 *
 * @param ofActivity whether the whole activity is withdrawn
 * @param events the keys of the withdrawn events
 * @param ofUnknownEvents whether a withdrawn event was never received
 */
record PlainWithdrawals(boolean ofActivity, Set<EventKey> events, boolean ofUnknownEvents) {

    static PlainWithdrawals of(List<ActivityEvent> ordered) {
        boolean whole = false;
        var single = new HashSet<EventKey>();
        for (var event : ordered) {
            var target = target(event);
            switch (event) {
                case ActivityWithdrawn _ when target.isPresent() -> single.add(target.get());
                case ActivityWithdrawn _ -> whole = true;
                case ActivityReinstated _ when target.isPresent() -> single.remove(target.get());
                case ActivityReinstated _ -> whole = false;
                case ActivityEvent.TransitionStated _,
                        ActivityEvent.ActivityCorrected _,
                        ActivityEvent.ActivityAssessed _ -> {}
            }
        }
        boolean unknown = single.stream()
                .anyMatch(key -> ordered.stream().noneMatch(event -> event.key().equals(key)));
        return new PlainWithdrawals(whole, single, unknown);
    }

    boolean hasEvent(EventKey key) {
        return events.contains(key);
    }

    private static Optional<EventKey> target(ActivityEvent event) {
        var reference = event.data().object("event");
        return reference.text("source").flatMap(source -> reference.text("id").map(id -> new EventKey(source, id)));
    }
}
