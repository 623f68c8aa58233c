package org.bitacora.domain.event;

import java.util.List;
import org.bitacora.domain.refusal.Refusal;

/** Reads decisions in tests. */
public final class Decisions {

    private Decisions() {}

    /** The events of a decision that accepts. */
    public static <E extends DomainEvent> List<E> events(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E>(var events) -> events;
            case Decision.Declined<E>(var refusal) -> throw new AssertionError("Declined: " + refusal);
        };
    }

    /** The refusal of a decision that declines. */
    public static <E extends DomainEvent> Refusal refusal(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E>(var events) -> throw new AssertionError("Accepted: " + events);
            case Decision.Declined<E>(var refusal) -> refusal;
        };
    }

    /** The pointers of the violations of a declined decision. */
    public static <E extends DomainEvent> List<String> pointers(Decision<E> decision) {
        return refusal(decision).violations().stream()
                .map(it -> it.pointer().value())
                .toList();
    }
}
