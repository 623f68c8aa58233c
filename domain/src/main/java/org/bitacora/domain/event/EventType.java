package org.bitacora.domain.event;

import java.util.List;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * An event type of the vocabulary.
 *
 * @param name the name in CloudEvents
 * @param schemaVersion the current schema version of the data; data of earlier versions is read through upcasters
 * @param subjectForm the form of the subjects
 * @param admission the callers that may state events of this type
 * @param parser parses the data into events
 */
public record EventType(
        String name, int schemaVersion, SubjectForm subjectForm, Admission admission, EventDataParser<?> parser) {

    /** The common prefix of all names. */
    public static final String PREFIX = "org.bitacora.";

    /** The first schema version of the data of every type. */
    public static final int FIRST_VERSION = 1;

    /** Creates a type whose data has only ever had one schema version. */
    public EventType(String name, SubjectForm subjectForm, Admission admission, EventDataParser<?> parser) {
        this(name, FIRST_VERSION, subjectForm, admission, parser);
    }

    public EventType {
        if (!name.startsWith(PREFIX) || schemaVersion < FIRST_VERSION) {
            throw new IllegalArgumentException("Invalid event type " + name + " with schema version " + schemaVersion);
        }
    }

    /** Who may state events of a type. */
    public enum Admission {
        /** Every key that may write to the territory. */
        SOURCES,
        /** Keys that may write to the territory and have the role editor. */
        EDITORS,
        /** Only a command on a resource. A CloudEvent of this type is not part of the vocabulary. */
        COMMANDS,
        /** Only a command on a resource. The event may be the first in the log of its territory. */
        FOUNDING_COMMANDS;

        /** Whether a sender may state an event of this type as a CloudEvent. */
        public boolean isOpenToSenders() {
            return this == SOURCES || this == EDITORS;
        }

        /** Whether an event of this type may be the first in a log. */
        public boolean mayFoundLog() {
            return this == FOUNDING_COMMANDS;
        }
    }

    /** The event for the data, or all violations in the data, with pointers below {@code at}. */
    public EventDataResult parse(Pointer at, Json.Obj data) {
        var found = parser.validator().violations(at, data);
        return found.isEmpty()
                ? new EventDataResult.TypedEvent(read(data))
                : new EventDataResult.InvalidContent(List.copyOf(found));
    }

    /**
     * The members of the data that the contract does not state, with pointers below {@code at}. They are a reason to
     * refuse a new event. Recorded events may contain them.
     */
    public List<Violation> findUnknownMembers(Pointer at, Json.Obj data) {
        return parser.memberValidator().violations(at, data);
    }

    /**
     * The event for stored data. Stored data was validated by the rules in force when it was recorded, and is not
     * validated again.
     */
    public DomainEvent read(Json.Obj data) {
        return parser.reader().apply(data);
    }
}
