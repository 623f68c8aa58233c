package org.bitacora.domain.activity;

import java.util.Optional;
import org.bitacora.domain.refusal.Refusal;

/** An activity belongs to the source that first stated it; another source needs the role editor. */
public final class OwnershipPolicy {

    private OwnershipPolicy() {}

    /** Of which activities an author may speak. */
    public enum Authority {
        /** Of those that nobody stated before, and those of its own source. */
        OWN_ACTIVITIES,
        /** Of those of any source. */
        ALL_ACTIVITIES
    }

    /**
     * Why a source may not speak of a subject; empty where it may.
     *
     * @param owner the source that first stated the subject; empty where nobody did
     */
    public static Optional<Refusal> check(String subject, Optional<String> owner, String source, Authority authority) {
        return switch (authority) {
            case ALL_ACTIVITIES -> Optional.empty();
            case OWN_ACTIVITIES ->
                owner.filter(first -> !first.equals(source)).map(first -> new Refusal.NotOwner(subject, first));
        };
    }
}
