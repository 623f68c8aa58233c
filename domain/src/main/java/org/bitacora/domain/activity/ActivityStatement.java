package org.bitacora.domain.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.identifier.ActivityName;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;

/**
 * The statement of an activity event before it has a key and a time. With a key and a time it becomes an
 * {@link ActivityEvent}.
 *
 * @param type the name of the event type
 * @param activityEventType the meaning of the event type
 * @param data the data of the event
 */
public record ActivityStatement(String type, ActivityEventType activityEventType, Json.Obj data)
        implements DomainEvent {

    private static final SubjectForm SUBJECT = new SubjectForm(
            Subject.ActivitySubject.class,
            Detail.of(
                    "Expected territory/activity: the code of a territory, a slash, and a name of the form {0}.",
                    ActivityName.REGEX));

    /** The event types of activities. */
    public static List<EventType> types() {
        return ActivityEventType.byName().entrySet().stream()
                .map(ActivityStatement::eventType)
                .toList();
    }

    private static EventType eventType(Map.Entry<String, ActivityEventType> namedType) {
        return new EventType(
                namedType.getKey(),
                SUBJECT,
                Admission.SOURCES,
                new EventDataParser<>(
                        ActivityStatement.class,
                        ActivityDataValidator::validate,
                        ActivityDataValidator::findUnknownMembers,
                        data -> new ActivityStatement(namedType.getKey(), namedType.getValue(), data)));
    }

    /** The event for this statement with a key and a time. */
    public ActivityEvent toEvent(EventKey key, Instant statedAt) {
        return ActivityEvent.of(activityEventType, key, statedAt, data);
    }
}
