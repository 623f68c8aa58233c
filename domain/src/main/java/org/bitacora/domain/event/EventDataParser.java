package org.bitacora.domain.event;

import java.util.List;
import java.util.function.Function;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * Parses the data of one event type into events.
 *
 * @param eventClass the class of the events
 * @param validator finds the violations in the data
 * @param memberValidator finds the members that the contract does not state. Recorded events may contain them, so that
 *     they are a reason to refuse new events only
 * @param reader creates the event from valid data
 */
public record EventDataParser<E extends DomainEvent>(
        Class<E> eventClass, Validator validator, Validator memberValidator, Function<Json.Obj, E> reader) {

    /** Creates a parser whose validator also finds the members that the contract does not state. */
    public EventDataParser(Class<E> eventClass, Validator validator, Function<Json.Obj, E> reader) {
        this(eventClass, validator, (_, _) -> List.of(), reader);
    }

    /** Finds the violations in event data. */
    @FunctionalInterface
    public interface Validator {
        /** The violations, with pointers below {@code at}; empty if the data is valid. */
        List<Violation> violations(Pointer at, Json.Obj data);
    }
}
