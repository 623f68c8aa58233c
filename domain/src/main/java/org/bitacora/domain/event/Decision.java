package org.bitacora.domain.event;

import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/**
 * The result of a decider for a command: events or a refusal. A decider is a pure function of the given state; it reads
 * no clock and no database.
 *
 * @param <E> the events of the slice
 */
public sealed interface Decision<E extends DomainEvent> {

    /** The events to append, in order; empty if the state already matches the command. */
    record Accepted<E extends DomainEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused. */
    record Declined<E extends DomainEvent>(Refusal refusal) implements Decision<E> {}

    /** A decision to append one event. */
    static <E extends DomainEvent> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** A decision to append nothing, because the state already matches the command. */
    static <E extends DomainEvent> Decision<E> unchanged() {
        return new Accepted<>(List.of());
    }

    /** A decision to refuse the command. */
    static <E extends DomainEvent> Decision<E> decline(Refusal refusal) {
        return new Declined<>(refusal);
    }

    /** A decision to refuse the command because of one invalid member. */
    static <E extends DomainEvent> Decision<E> invalid(String member, Detail detail) {
        return decline(new Refusal.InvalidDocument(List.of(new Violation(Pointer.ROOT.child(member), detail))));
    }

    /** A decision to refuse the command if there are violations, and otherwise to append the events. */
    static <E extends DomainEvent> Decision<E> unlessInvalid(List<Violation> found, List<E> events) {
        return found.isEmpty() ? new Accepted<>(events) : decline(new Refusal.InvalidDocument(found));
    }
}
