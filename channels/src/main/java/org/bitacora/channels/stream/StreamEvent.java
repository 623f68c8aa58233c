package org.bitacora.channels.stream;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.channels.message.LogEntryMessage;
import org.bitacora.channels.message.ObservationMessage;
import org.bitacora.eventlog.Entry;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.indicator.change.ObservationChange;

/**
 * A server-sent event, rendered once for all streams. It is about a log entry or about one of the observations that
 * changed up to a position. Only the last event of a position has an id. A client that is disconnected before that
 * event receives all events of the position again when it reconnects.
 *
 * @param position the position
 * @param isLast whether this is the last event of the position
 * @param text the text of the event without its id; empty if the position has no event
 */
record StreamEvent(long position, boolean isLast, String text) {

    static StreamEvent of(Entry entry, JsonRenderer jsonRenderer) {
        return new StreamEvent(entry.position(), true, render("log", LogEntryMessage.of(entry), jsonRenderer));
    }

    static List<StreamEvent> of(
            String territory, long position, List<ObservationChange> changes, JsonRenderer jsonRenderer) {
        var significant =
                changes.stream().filter(ObservationChange::isSignificant).toList();
        if (significant.isEmpty()) {
            return List.of(new StreamEvent(position, true, ""));
        }
        var events = new ArrayList<StreamEvent>();
        for (var observationChange : significant) {
            var event =
                    render("observation", ObservationMessage.of(territory, observationChange, position), jsonRenderer);
            events.add(new StreamEvent(position, events.size() == significant.size() - 1, event));
        }
        return events;
    }

    private static String render(String name, Object data, JsonRenderer jsonRenderer) {
        return "event: " + name + "\ndata: " + jsonRenderer.render(data) + "\n\n";
    }
}
