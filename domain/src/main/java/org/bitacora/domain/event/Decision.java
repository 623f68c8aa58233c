package org.bitacora.domain.event;

import java.util.List;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/**
 * What a decider makes of a command: events, or the reason why not. A decider is a pure function of the state that it is
 * given; it reads no clock and no database.
 *
 * @param <E> the events of the slice
 */
public sealed interface Decision<E extends DomainEvent> {

    /** The events to append, in their order; none where the state is as the command wants it. */
    record Accepted<E extends DomainEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused. */
    record Declined<E extends DomainEvent>(Refusal refusal) implements Decision<E> {}

    /** One event follows. */
    static <E extends DomainEvent> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Nothing follows: all is as the command wants it. */
    static <E extends DomainEvent> Decision<E> unchanged() {
        return new Accepted<>(List.of());
    }

    /** The command is refused. */
    static <E extends DomainEvent> Decision<E> decline(Refusal refusal) {
        return new Declined<>(refusal);
    }

    /** The command breaks a rule at one place. */
    static <E extends DomainEvent> Decision<E> invalid(String member, String detail) {
        return decline(new Refusal.InvalidDocument(List.of(new Violation(Pointer.ROOT.child(member), detail))));
    }

    /** The command breaks rules, if anything was found; else the events follow. */
    static <E extends DomainEvent> Decision<E> unlessInvalid(List<Violation> found, List<E> events) {
        return found.isEmpty() ? new Accepted<>(events) : decline(new Refusal.InvalidDocument(found));
    }
}
