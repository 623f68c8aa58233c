package org.bitacora.projections.projector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.eventlog.Entry;

/**
 * Folds of activities with many events, kept from one pass to the next: a new event is then one step, and not all events
 * before it are read and folded again. Those with few events are not kept, as they cost little to fold. A fold is taken out
 * while a pass uses it, and put back once the pass is committed; one that is lost is folded again from the log.
 */
final class FoldCache {

    /** From how many events on an activity is kept. */
    static final int MIN_EVENTS = 32;

    private static final int MAX_EVENTS_OF_ALL = 10_000;

    private final Map<String, CachedFold> bySubject = new LinkedHashMap<>();
    private int events;

    /**
     * What follows from the entries of a subject up to one of them.
     *
     * @param source that first stated the activity
     * @param last the last of the entries
     */
    record CachedFold(ActivityFold fold, String source, Entry last) {

        /** Whether those entries, which begin at the position of the last one, go on with the same log. */
        boolean isContinuedBy(Optional<Entry> first) {
            return first.filter(
                            it -> it.position() == last.position() && it.hash().equals(last.hash()))
                    .isPresent();
        }
    }

    synchronized Optional<CachedFold> take(String subject) {
        var found = Optional.ofNullable(bySubject.remove(subject));
        found.ifPresent(it -> events -= it.fold().size());
        return found;
    }

    synchronized void putAll(Map<String, CachedFold> folds) {
        folds.forEach(this::put);
    }

    private void put(String subject, CachedFold cachedFold) {
        take(subject);
        int size = cachedFold.fold().size();
        if (size < MIN_EVENTS || size > MAX_EVENTS_OF_ALL) {
            return;
        }
        bySubject.put(subject, cachedFold);
        events += size;
        while (events > MAX_EVENTS_OF_ALL) {
            take(bySubject.keySet().iterator().next());
        }
    }
}
