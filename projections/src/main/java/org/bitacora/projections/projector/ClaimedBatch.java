package org.bitacora.projections.projector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.projector.FoldCache.CachedFold;

/**
 * The territories that a pass has claimed, and the entries that it has read.
 *
 * @param checkpoints the territories, each with the position up to which it has been followed
 * @param unread the entries that come next, in the order of their logs
 * @param earlierBySubject what was said before on the same subjects, in its order, after what is folded already
 * @param foldsBySubject what is folded already
 * @param parkedSubjects the subjects that wait for a fix
 * @param hasMore whether there is more to follow after these
 */
record ClaimedBatch(
        Map<String, Long> checkpoints,
        List<Entry> unread,
        Map<String, List<Entry>> earlierBySubject,
        Map<String, CachedFold> foldsBySubject,
        Set<String> parkedSubjects,
        boolean hasMore) {

    /** Returns the checkpoint of each territory after the pass. */
    Map<String, Long> newCheckpoints() {
        var newCheckpoints = new LinkedHashMap<String, Long>();
        unread.forEach(entry -> newCheckpoints.put(entry.territory(), entry.position()));
        return newCheckpoints;
    }

    PassResult toPassResult() {
        return new PassResult(newCheckpoints(), unread.size(), hasMore);
    }
}
