package org.bitacora.domain.activity;

import java.util.Optional;
import org.bitacora.domain.refusal.Refusal;

/** An activity belongs to the source that first stated it. Another source needs the role editor to change it. */
public final class OwnershipPolicy {

    private OwnershipPolicy() {}

    /** The activities that an author may write to. */
    public enum Authority {
        /** New activities and activities of the author's own source. */
        OWN_ACTIVITIES,
        /** Activities of any source. */
        ALL_ACTIVITIES
    }

    /**
     * The refusal if a source may not write to a subject; empty if it may.
     *
     * @param owner the source that first stated the subject; empty if there is none
     */
    public static Optional<Refusal> check(String subject, Optional<String> owner, String source, Authority authority) {
        return switch (authority) {
            case ALL_ACTIVITIES -> Optional.empty();
            case OWN_ACTIVITIES ->
                owner.filter(first -> !first.equals(source)).map(first -> new Refusal.NotOwner(subject, first));
        };
    }
}
