package org.bitacora.application;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;

/**
 * The failure of a use case that is refused. It carries one {@link Refusal} and has no stack trace, because a refusal
 * is not a defect. A {@code Uni} fails with it; synchronous decisions return a {@link Refusal} or a {@link
 * org.bitacora.domain.refusal.Result} instead.
 */
public final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusalException(Refusal refusal) {
        super(refusal.detail().english(), null, false, false);
        this.refusal = refusal;
    }

    /** Returns the failure for a resource that does not exist or that the caller may not see. */
    public static RefusalException notFound(Detail detail) {
        return new RefusalException(new Refusal.NotFound(detail));
    }

    /** Returns the failure for a query that names a territory that is not registered. */
    public static RefusalException noTerritory(String code) {
        return notFound(Detail.of("No territory {0} is registered.", code));
    }

    /** Throws if a refusal is present. */
    public static void throwIfPresent(Optional<? extends Refusal> refusal) {
        refusal.ifPresent(it -> {
            throw new RefusalException(it);
        });
    }

    /** Returns the events of a decision; throws if the decision declines the command. */
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
