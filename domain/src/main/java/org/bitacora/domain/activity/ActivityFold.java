package org.bitacora.domain.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Folds the events of an activity into its state. The result is a pure function of the set of events: the order and the
 * number of deliveries do not matter (design, section 3). Events are added one at a time. An event that comes last in
 * the merge order costs one step, regardless of the number of events. An event that comes before others in the merge
 * order, or that withdraws or reinstates one of them, causes all events to be folded again.
 */
public class ActivityFold {

    private final List<ActivityEvent> events = new ArrayList<>(1);
    private Withdrawals withdrawals = new Withdrawals();
    private FoldedEvents folded = new FoldedEvents(withdrawals);
    private long earlierSteps;

    /** The state after these events. */
    public static Activity of(Collection<ActivityEvent> events) {
        var fold = new ActivityFold();
        events.stream().sorted(ActivityEvent.MERGE_ORDER).forEach(fold::add);
        return fold.activity();
    }

    /** Adds an event. An event that was already added changes nothing. */
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

    /** The state after all added events. */
    public Activity activity() {
        return folded.activity();
    }

    /** How many events were added, each once. */
    public final int size() {
        return events.size();
    }

    /** How many steps folding took so far: each event that was applied, and each correction that was moved. */
    public final long steps() {
        return earlierSteps + folded.steps();
    }
}
