package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.json.JsonText;

/** What was said of an activity, and what follows from it, in the words of a test. */
final class Said {

    private Said() {}

    /** That word of the vocabulary, said on that day; the event is called by both. */
    static ActivityEvent said(String day, String word, String data) {
        return said(key("smari", word + " of " + day), day, word, data);
    }

    static ActivityEvent said(EventKey key, String day, String word, String data) {
        var type = EventType.of(EventType.PREFIX + word).orElseThrow();
        var at = LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        return ActivityEvent.of(type, key, at, JsonText.json(data));
    }

    static EventKey key(String source, String id) {
        return new EventKey(source, id);
    }

    /** The withdrawal, or the reinstatement, of a single event. */
    static String ofEvent(ActivityEvent event) {
        return "{'event': {'source': '%s', 'id': '%s'}}"
                .formatted(event.key().source(), event.key().id());
    }

    /** The state that follows, whatever the order of delivery: every one is tried. */
    static Activity folded(ActivityEvent... events) {
        var expected = Fold.of(List.of(events));
        for (var order : orders(List.of(events))) {
            assertThat(Fold.of(order)).as("delivered as %s", order).isEqualTo(expected);
        }
        return expected;
    }

    private static List<List<ActivityEvent>> orders(List<ActivityEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<ActivityEvent>>();
        for (int i = 0; i < events.size(); i++) {
            var rest = new ArrayList<>(events);
            var first = rest.remove(i);
            for (var order : orders(rest)) {
                var whole = new ArrayList<ActivityEvent>(order);
                whole.addFirst(first);
                orders.add(whole);
            }
        }
        return orders;
    }
}
