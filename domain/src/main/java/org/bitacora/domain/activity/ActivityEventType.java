package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.event.EventType;

/** What an event says of an activity. Its name in CloudEvents is {@link #PREFIX} and the word. */
public sealed interface ActivityEventType {

    /** What every type of the vocabulary begins with. */
    String PREFIX = EventType.PREFIX;

    /** That the activity took a step. */
    record Statement(ActivityKind kind, Transition transition) implements ActivityEventType {
        /** Its name in CloudEvents; empty where the kind has no such step. */
        public Optional<String> name() {
            return Optional.ofNullable(EventTypeNames.OF_STATEMENTS.get(this));
        }
    }

    /** That something said before was wrong. */
    record Correction() implements ActivityEventType {}

    /** That it was recorded in error. */
    record Withdrawal() implements ActivityEventType {}

    /** That the withdrawal was the error. */
    record Reinstatement() implements ActivityEventType {}

    /** What somebody thinks of it; changes no state. */
    record Assessment() implements ActivityEventType {}

    /** The type of that name. */
    static Optional<ActivityEventType> of(String name) {
        return Optional.ofNullable(EventTypeNames.TYPES.get(name));
    }

    /** The names of all types of the vocabulary. */
    static Collection<String> names() {
        return EventTypeNames.TYPES.keySet();
    }

    /** All types by their names. */
    static Map<String, ActivityEventType> byName() {
        return Collections.unmodifiableMap(EventTypeNames.TYPES);
    }

    /** The vocabulary (design, section 3). */
    final class EventTypeNames {
        private static final Map<Statement, String> OF_STATEMENTS = ofStatements();
        private static final Map<String, ActivityEventType> TYPES = types();

        private EventTypeNames() {}

        private static Map<Statement, String> ofStatements() {
            var names = new LinkedHashMap<Statement, String>();
            for (var activityKind : ActivityKind.values()) {
                activityKind
                        .verbs()
                        .forEach((transition, verb) -> names.put(
                                new Statement(activityKind, transition), PREFIX + activityKind.word() + "." + verb));
            }
            return names;
        }

        private static Map<String, ActivityEventType> types() {
            var types = new LinkedHashMap<String, ActivityEventType>();
            OF_STATEMENTS.forEach((statement, name) -> types.put(name, statement));
            types.put(PREFIX + "activity.corrected", new Correction());
            types.put(PREFIX + "activity.withdrawn", new Withdrawal());
            types.put(PREFIX + "activity.reinstated", new Reinstatement());
            types.put(PREFIX + "activity.assessed", new Assessment());
            return types;
        }
    }
}
