package org.bitacora.api.stream;

import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.api.answer.Json;
import org.bitacora.api.indicator.FigureTold;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.indicator.Change;

/**
 * What all streams tell of a position: an entry, or the figures that moved up to there. The last of its events alone has an
 * id: whoever is cut off among them is told all of them again.
 *
 * @param position where it is
 * @param first the events without an id, whole
 * @param last the lines of the last event after that with its id; empty where there is nothing to tell
 */
record Told(long position, String first, String last) {

    static Told of(Entry entry, Json json) {
        return new Told(entry.position(), "", event("log", EntryTold.of(entry), json));
    }

    static Told of(String territory, long position, List<Change> changes, Json json) {
        if (changes.isEmpty()) {
            return new Told(position, "", "");
        }
        var events = changes.stream()
                .map(it -> event("observation", FigureTold.of(territory, it, position), json))
                .toList();
        return new Told(
                position,
                events.subList(0, events.size() - 1).stream().collect(Collectors.joining()),
                events.getLast());
    }

    private static String event(String name, Object data, Json json) {
        return "event: " + name + "\ndata: " + json.whole(data) + "\n\n";
    }
}
