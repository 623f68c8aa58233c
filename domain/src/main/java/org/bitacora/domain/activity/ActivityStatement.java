package org.bitacora.domain.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.json.Json;

/**
 * What an event states of an activity, before it has an identity and a time; with them it is an {@link ActivityEvent}.
 *
 * @param type the name of its type
 * @param activityEventType what that type means
 * @param data what is stated
 */
public record ActivityStatement(String type, ActivityEventType activityEventType, Json.Obj data)
        implements DomainEvent {

    private static final SubjectForm SUBJECT = new SubjectForm(
            subject -> ActivityName.ofSubject(subject).isPresent(),
            "territory/activity is wanted: a territory's code, a slash, and a name of " + ActivityName.REGEX + ".");

    /** The types of events on activities. */
    public static List<EventType> types() {
        return ActivityEventType.byName().entrySet().stream()
                .map(ActivityStatement::eventType)
                .toList();
    }

    private static EventType eventType(Map.Entry<String, ActivityEventType> named) {
        return new EventType(
                named.getKey(),
                SUBJECT,
                Admission.SOURCES,
                new EventDataParser<>(
                        ActivityStatement.class,
                        ActivityDataValidator::validate,
                        data -> new ActivityStatement(named.getKey(), named.getValue(), data)));
    }

    /** The event that it is with an identity and a time. */
    public ActivityEvent toEvent(EventKey key, Instant statedAt) {
        return ActivityEvent.of(activityEventType, key, statedAt, data);
    }
}
