package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.json.JsonText;

/** Builds the events of an activity and folds them, for tests. */
final class ActivityEvents {

    private ActivityEvents() {}

    /** The event with this word of the vocabulary, stated on this day. Its id combines both. */
    static ActivityEvent event(String day, String word, String data) {
        return event(key("smari", word + " of " + day), day, word, data);
    }

    static ActivityEvent event(EventKey key, String day, String word, String data) {
        var type = ActivityEventType.of(ActivityEventType.PREFIX + word).orElseThrow();
        var at = LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        return ActivityEvent.of(type, key, at, JsonText.json(data));
    }

    static EventKey key(String source, String id) {
        return new EventKey(source, id);
    }

    /** The data of a withdrawal or a reinstatement of a single event. */
    static String withdrawalOfEvent(ActivityEvent event) {
        return "{'event': {'source': '%s', 'id': '%s'}}"
                .formatted(event.key().source(), event.key().id());
    }

    /** The state after the events. Every order of delivery is tried and must give the same state. */
    static Activity foldInEveryOrder(ActivityEvent... events) {
        var expected = ActivityFold.of(List.of(events));
        for (var order : orders(List.of(events))) {
            assertThat(ActivityFold.of(order)).as("delivered as %s", order).isEqualTo(expected);
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
