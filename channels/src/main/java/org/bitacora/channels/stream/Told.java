package org.bitacora.channels.stream;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.channels.message.EntryTold;
import org.bitacora.channels.message.FigureTold;
import org.bitacora.eventlog.Entry;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.change.Change;

/**
 * An event as all streams tell it: of an entry, or of one of the figures that moved up to a position. The last event of a
 * position alone has an id: whoever is cut off among them is told all of them again.
 *
 * @param position where it is
 * @param isLast whether nothing more is told of that position
 * @param lines of the event, after that with its id; empty where there is nothing to tell
 */
record Told(long position, boolean isLast, String lines) {

    static Told of(Entry entry, Json json) {
        return new Told(entry.position(), true, event("log", EntryTold.of(entry), json));
    }

    static List<Told> of(String territory, long position, List<Change> changes, Json json) {
        var news = changes.stream().filter(Change::isNews).toList();
        if (news.isEmpty()) {
            return List.of(new Told(position, true, ""));
        }
        var told = new ArrayList<Told>();
        for (var change : news) {
            var event = event("observation", FigureTold.of(territory, change, position), json);
            told.add(new Told(position, told.size() == news.size() - 1, event));
        }
        return told;
    }

    private static String event(String name, Object data, Json json) {
        return "event: " + name + "\ndata: " + json.whole(data) + "\n\n";
    }
}
