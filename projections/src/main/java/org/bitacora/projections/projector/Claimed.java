package org.bitacora.projections.projector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.eventlog.Entry;

/**
 * What a pass has claimed and read.
 *
 * @param checkpoints the territories, each with the position up to which it has been followed
 * @param unread the entries that come next, in the order of their logs
 * @param earlier what was said before on the same subjects, in its order
 * @param parked the subjects that wait for a fix
 * @param more whether there is more to follow after these
 */
record Claimed(
        Map<String, Long> checkpoints,
        List<Entry> unread,
        Map<String, List<Entry>> earlier,
        Set<String> parked,
        boolean more) {

    /** The position of each territory after the pass. */
    Map<String, Long> moved() {
        var moved = new LinkedHashMap<String, Long>();
        unread.forEach(entry -> moved.put(entry.territory(), entry.position()));
        return moved;
    }

    Pass committed() {
        return new Pass(moved(), unread.size(), more);
    }
}
