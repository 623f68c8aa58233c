package org.bitacora.domain.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * From all that was said of an activity to its state. A pure function of the set of its events: neither the order nor
 * the number of times in which they were delivered matters (design, section 3). Events are added one by one. An event that
 * comes after all others in the order of merging costs one step, however many there are; one that comes before others, or
 * withdraws one of them, makes all of them be folded again.
 */
public class ActivityFold {

    private final List<ActivityEvent> events = new ArrayList<>(1);
    private Withdrawals withdrawals = new Withdrawals();
    private FoldedEvents folded = new FoldedEvents(withdrawals);
    private long earlierSteps;

    /** The state that follows from those events. */
    public static Activity of(Collection<ActivityEvent> events) {
        var fold = new ActivityFold();
        events.stream().sorted(ActivityEvent.MERGE_ORDER).forEach(fold::add);
        return fold.activity();
    }

    /** Takes in an event; one that is known already changes nothing. */
    public final void add(ActivityEvent event) {
        int index = events.size();
        while (index > 0 && ActivityEvent.MERGE_ORDER.compare(events.get(index - 1), event) > 0) {
            index--;
        }
        if (!isKnown(event, index)) {
            insert(index, event);
        }
    }

    private boolean isKnown(ActivityEvent event, int end) {
        int index = end - 1;
        while (index >= 0 && ActivityEvent.MERGE_ORDER.compare(events.get(index), event) == 0) {
            if (events.get(index).equals(event)) {
                return true;
            }
            index--;
        }
        return false;
    }

    private void insert(int index, ActivityEvent event) {
        boolean isLast = index == events.size();
        events.add(index, event);
        if (isLast && !withdrawals.add(event)) {
            folded.apply(event);
        } else {
            foldAgain();
        }
    }

    private void foldAgain() {
        earlierSteps = steps();
        withdrawals = new Withdrawals();
        events.forEach(withdrawals::add);
        folded = new FoldedEvents(withdrawals);
        events.forEach(folded::apply);
    }

    /** The state that follows from the events that were added. */
    public Activity activity() {
        return folded.activity();
    }

    /** How many steps folding took so far. */
    final long steps() {
        return earlierSteps + folded.steps();
    }
}
