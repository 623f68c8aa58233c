package org.bitacora.domain.event;

import java.util.List;
import java.util.function.Function;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * Makes events of the data of one type.
 *
 * @param eventClass the class of the events
 * @param validator finds what is wrong with data
 * @param reader makes an event of data that the validator finds nothing wrong with
 */
public record EventDataParser<E extends DomainEvent>(
        Class<E> eventClass, Validator validator, Function<Json.Obj, E> reader) {

    /** Finds what is wrong with data. */
    @FunctionalInterface
    public interface Validator {
        /** All that is wrong, each with its place below {@code at}; none where nothing is. */
        List<Violation> violations(Pointer at, Json.Obj data);
    }
}
