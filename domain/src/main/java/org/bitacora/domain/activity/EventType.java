package org.bitacora.domain.activity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an event says of an activity. Its name in CloudEvents is {@link #PREFIX} and the word. */
public sealed interface EventType {

    /** What every type of the vocabulary begins with. */
    String PREFIX = "org.bitacora.";

    /** That the activity took a step. */
    record Statement(Kind kind, Transition transition) implements EventType {
        /** Its name in CloudEvents; empty where the kind has no such step. */
        public Optional<String> name() {
            return Optional.ofNullable(Names.OF_STATEMENTS.get(this));
        }
    }

    /** That something said before was wrong. */
    record Correction() implements EventType {}

    /** That it was recorded in error. */
    record Withdrawal() implements EventType {}

    /** That the withdrawal was the error. */
    record Reinstatement() implements EventType {}

    /** What somebody thinks of it; changes no state. */
    record Assessment() implements EventType {}

    /** The type of that name. */
    static Optional<EventType> of(String name) {
        return Optional.ofNullable(Names.TYPES.get(name));
    }

    /** The names of all types of the vocabulary. */
    static Collection<String> names() {
        return Names.TYPES.keySet();
    }

    /** The vocabulary (design, section 3). */
    final class Names {
        private static final Map<Statement, String> OF_STATEMENTS = ofStatements();
        private static final Map<String, EventType> TYPES = types();

        private Names() {}

        private static Map<Statement, String> ofStatements() {
            var names = new LinkedHashMap<Statement, String>();
            for (var kind : Kind.values()) {
                kind.verbs()
                        .forEach((transition, verb) ->
                                names.put(new Statement(kind, transition), PREFIX + kind.word() + "." + verb));
            }
            return names;
        }

        private static Map<String, EventType> types() {
            var types = new LinkedHashMap<String, EventType>();
            OF_STATEMENTS.forEach((statement, name) -> types.put(name, statement));
            types.put(PREFIX + "activity.corrected", new Correction());
            types.put(PREFIX + "activity.withdrawn", new Withdrawal());
            types.put(PREFIX + "activity.reinstated", new Reinstatement());
            types.put(PREFIX + "activity.assessed", new Assessment());
            return types;
        }
    }
}
