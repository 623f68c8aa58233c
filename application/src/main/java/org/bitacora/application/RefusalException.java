package org.bitacora.application;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.refusal.Refusal;

/**
 * The failure of a use case: it carries one refusal, and no stack trace, as nothing is broken. A {@code Uni} fails with it;
 * what is decided at once is a {@link Refusal}, or a {@link org.bitacora.domain.refusal.Result}.
 */
public final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusalException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    /** The failure where a thing is not there, or where the caller may not see it. */
    public static RefusalException notFound(String detail) {
        return new RefusalException(new Refusal.NotFound(detail));
    }

    /** The failure where a query names a territory that is not registered. */
    public static RefusalException noTerritory(String code) {
        return notFound("No territory " + code + " is registered.");
    }

    /** Fails where there is a refusal. */
    public static void throwIfPresent(Optional<? extends Refusal> refusal) {
        refusal.ifPresent(it -> {
            throw new RefusalException(it);
        });
    }

    /** The events of a decision; fails where the command is declined. */
    public static <E extends DomainEvent> List<E> requireEvents(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E>(var events) -> events;
            case Decision.Declined<E>(var refusal) -> throw new RefusalException(refusal);
        };
    }

    public Refusal refusal() {
        return refusal;
    }
}
