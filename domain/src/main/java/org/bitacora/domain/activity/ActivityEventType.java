package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.event.EventType;

/** The meaning of an activity event type. Its name in CloudEvents is {@link #PREFIX} followed by a word. */
public sealed interface ActivityEventType {

    /** The common prefix of all event types of the vocabulary. */
    String PREFIX = EventType.PREFIX;

    /** The activity made a transition. */
    record Statement(ActivityKind kind, Transition transition) implements ActivityEventType {
        /** The name in CloudEvents; empty if the kind does not have the transition. */
        public Optional<String> name() {
            return Optional.ofNullable(EventTypeNames.OF_STATEMENTS.get(this));
        }
    }

    /** Earlier data was wrong. */
    record Correction() implements ActivityEventType {}

    /** The activity or one of its events was recorded in error. */
    record Withdrawal() implements ActivityEventType {}

    /** A withdrawal was an error. */
    record Reinstatement() implements ActivityEventType {}

    /** The activity was assessed. An assessment does not change the status. */
    record Assessment() implements ActivityEventType {}

    /** The type with this name; empty if the vocabulary does not contain it. */
    static Optional<ActivityEventType> of(String name) {
        return Optional.ofNullable(EventTypeNames.TYPES.get(name));
    }

    /** The names of all types of the vocabulary. */
    static Collection<String> names() {
        return EventTypeNames.TYPES.keySet();
    }

    /** All types by name. */
    static Map<String, ActivityEventType> byName() {
        return Collections.unmodifiableMap(EventTypeNames.TYPES);
    }

    /** The names of the vocabulary (design, section 3). */
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
