package org.bitacora.domain.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bitacora.domain.activity.ActivityEvent.ActivityReinstated;
import org.bitacora.domain.activity.ActivityEvent.ActivityWithdrawn;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;

/**
 * Random events of one activity, generated from a seed. Times, sources, ids and members come from small sets, so that
 * events often share a time, a transition or a member.
 */
final class RandomActivityHistory {

    private static final List<String> TYPES = ActivityEventType.names().stream()
            .filter(it -> it.matches(".*\\.(agreement|alliance|event)\\..*"))
            .toList();
    private static final List<String> MEMBERS = List.of(
            "'title': 'Rosario'",
            "'title': 'Salvador'",
            "'title': null",
            "'on': '2014-02'",
            "'on': '2014-05-12'",
            "'on': null",
            "'start': '2014'",
            "'start': '2014-05-01'",
            "'end': '2013'",
            "'end': '2015-01-31'",
            "'role': 'hosted'",
            "'role': 'abroad'",
            "'categories': ['visit-received', 'event-hosted']",
            "'categories': ['mission-abroad', 'agreement-signed', 'visit-received']",
            "'counterparts': [{'name': 'A', 'country': 'UY'}, {'name': 'B', 'country': 'AR'}]",
            "'counterparts': [{'country': 'BR'}, {'country': 'AR', 'type': 'company'}]",
            "'quantities': {'jobs': 1, 'delegates': 2}",
            "'quantities': {'jobs': 3, 'delegates': null}",
            "'sdgs': [17, 11, 4]");

    private final Random random;

    RandomActivityHistory(long seed) {
        random = new Random(seed);
    }

    /** Statements, corrections and assessments, with an occasional withdrawal or reinstatement. */
    List<ActivityEvent> events() {
        var events = plainEvents();
        for (var key : keys(random.nextInt(4), events)) {
            events.add(
                    random.nextInt(3) > 0
                            ? new ActivityWithdrawn(key, time(), target(events))
                            : new ActivityReinstated(key, time(), target(events)));
        }
        return events;
    }

    /** At least one event, without withdrawals and reinstatements. */
    List<ActivityEvent> plainEvents() {
        var events = new ArrayList<ActivityEvent>();
        for (var key : keys(1 + random.nextInt(9), events)) {
            var type = random.nextInt(3) > 0
                    ? oneOf(TYPES)
                    : oneOf(List.of("org.bitacora.activity.corrected", "org.bitacora.activity.assessed"));
            events.add(ActivityEvent.of(ActivityEventType.of(type).orElseThrow(), key, time(), data(type)));
        }
        return events;
    }

    /** The same events in random order, some of them twice. */
    List<ActivityEvent> delivered(List<ActivityEvent> events) {
        var delivered = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }

    <E> E oneOf(List<E> these) {
        return these.get(random.nextInt(these.size()));
    }

    private Json.Obj data(String type) {
        Map<String, Json> data = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            data.putAll(JsonText.json("{" + oneOf(MEMBERS) + "}").members());
        }
        if (type.endsWith("corrected") && random.nextBoolean()) {
            data.put("transition", Json.of(oneOf(List.of(Transition.values())).word()));
        }
        return new Json.Obj(data);
    }

    private Json.Obj target(List<ActivityEvent> events) {
        return switch (random.nextInt(4)) {
            case 0 -> Json.Obj.EMPTY;
            case 1 -> JsonText.json("{'event': {'source': 'nobody', 'id': '1'}}");
            default -> JsonText.json(ActivityEvents.withdrawalOfEvent(oneOf(events)));
        };
    }

    private Set<EventKey> keys(int count, List<ActivityEvent> existing) {
        var keys = new HashSet<EventKey>();
        while (keys.size() < count) {
            var key = new EventKey(oneOf(List.of("a", "b", "c")), Integer.toString(random.nextInt(20)));
            if (existing.stream().noneMatch(event -> event.key().equals(key))) {
                keys.add(key);
            }
        }
        return keys;
    }

    private Instant time() {
        return Instant.parse("2014-01-01T00:00:00Z").plusSeconds(random.nextInt(4));
    }
}
