package org.bitacora.channels.stream;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.channels.message.LogEntryMessage;
import org.bitacora.channels.message.ObservationMessage;
import org.bitacora.eventlog.Entry;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.indicator.change.ObservationChange;

/**
 * An event as all streams tell it: of an entry, or of one of the figures that moved up to a position. The last event of a
 * position alone has an id: whoever is cut off among them is told all of them again.
 *
 * @param position where it is
 * @param isLast whether nothing more is told of that position
 * @param text of the event, after that with its id; empty where there is nothing to tell
 */
record StreamEvent(long position, boolean isLast, String text) {

    static StreamEvent of(Entry entry, JsonRenderer jsonRenderer) {
        return new StreamEvent(entry.position(), true, render("log", LogEntryMessage.of(entry), jsonRenderer));
    }

    static List<StreamEvent> of(
            String territory, long position, List<ObservationChange> changes, JsonRenderer jsonRenderer) {
        var news = changes.stream().filter(ObservationChange::isSignificant).toList();
        if (news.isEmpty()) {
            return List.of(new StreamEvent(position, true, ""));
        }
        var told = new ArrayList<StreamEvent>();
        for (var observationChange : news) {
            var event =
                    render("observation", ObservationMessage.of(territory, observationChange, position), jsonRenderer);
            told.add(new StreamEvent(position, told.size() == news.size() - 1, event));
        }
        return told;
    }

    private static String render(String name, Object data, JsonRenderer jsonRenderer) {
        return "event: " + name + "\ndata: " + jsonRenderer.render(data) + "\n\n";
    }
}
