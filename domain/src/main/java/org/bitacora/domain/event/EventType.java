package org.bitacora.domain.event;

import java.util.List;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;

/**
 * A type of event of the vocabulary.
 *
 * @param name its name in CloudEvents
 * @param schemaVersion the version of its data that is stored today; earlier ones are read through upcasters
 * @param subjectForm what its subject looks like
 * @param admission who may state it
 * @param parser makes events of its data
 */
public record EventType(
        String name, int schemaVersion, SubjectForm subjectForm, Admission admission, EventDataParser<?> parser) {

    /** What every name begins with. */
    public static final String PREFIX = "org.bitacora.";

    /** The version with which the data of every type began. */
    public static final int FIRST_VERSION = 1;

    /** A type whose data never had another shape. */
    public EventType(String name, SubjectForm subjectForm, Admission admission, EventDataParser<?> parser) {
        this(name, FIRST_VERSION, subjectForm, admission, parser);
    }

    public EventType {
        if (!name.startsWith(PREFIX) || schemaVersion < FIRST_VERSION) {
            throw new IllegalArgumentException("Not a type of the vocabulary: " + name + " " + schemaVersion);
        }
    }

    /** Who may state events of a type. */
    public enum Admission {
        /** Whoever may write to the territory. */
        SOURCES,
        /** Whoever may write to the territory in the role editor. */
        EDITORS,
        /** Only a command on a resource; as a CloudEvent it is not part of the vocabulary. */
        COMMANDS,
        /** Only a command on a resource; its event may be the first of the log of its territory. */
        FOUNDING_COMMANDS;

        /** Whether a sender may state such an event as a CloudEvent. */
        public boolean isOpenToSenders() {
            return this == SOURCES || this == EDITORS;
        }

        /** Whether such an event may be the first of a log. */
        public boolean mayFoundLog() {
            return this == FOUNDING_COMMANDS;
        }
    }

    /** The event that data makes, or all that is wrong with the data, each with its place below {@code at}. */
    public EventDataResult parse(Pointer at, Json.Obj data) {
        var found = parser.validator().violations(at, data);
        return found.isEmpty()
                ? new EventDataResult.TypedEvent(read(data))
                : new EventDataResult.InvalidContent(List.copyOf(found));
    }

    /** The event that stored data makes. They were checked by the rules of their day, and are not checked again. */
    public DomainEvent read(Json.Obj data) {
        return parser.reader().apply(data);
    }
}
