package org.bitacora.domain.territory;

import java.util.Optional;
import org.bitacora.domain.event.Decision;

/** Decides on registrations and memberships: only what changes one is an event. */
public final class TerritoryDecider {

    private TerritoryDecider() {}

    /**
     * Decides on a registration.
     *
     * @param registered the territory as it is registered; empty where it is not
     */
    public static Decision<TerritoryEvent> register(Optional<Territory> registered, Territory wanted) {
        return registered.filter(wanted::equals).isPresent()
                ? Decision.unchanged()
                : Decision.accept(new TerritoryEvent.TerritoryRegistered(wanted));
    }

    /**
     * Decides on a member of a territory.
     *
     * @param named the membership of the same member as its log names it; empty where it does not
     */
    public static Decision<TerritoryEvent> nameMember(
            TerritoryCode territory, Optional<Membership> named, Membership wanted) {
        if (wanted.member().equals(territory)) {
            return Decision.invalid("member", "No territory is a member of itself.");
        }
        return named.filter(wanted::equals).isPresent()
                ? Decision.unchanged()
                : Decision.accept(new TerritoryEvent.MemberNamed(wanted));
    }
}
