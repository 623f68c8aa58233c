package org.bitacora.domain.territory;

import java.util.Optional;
import org.bitacora.domain.event.Decision;

/** Decides on registrations and memberships. Only a change is recorded as an event. */
public final class TerritoryDecider {

    private TerritoryDecider() {}

    /**
     * Decides on a registration.
     *
     * @param registered the current registration; empty if the territory is not registered
     */
    public static Decision<TerritoryEvent> register(Optional<Territory> registered, Territory wanted) {
        return registered.filter(wanted::equals).isPresent()
                ? Decision.unchanged()
                : Decision.accept(new TerritoryEvent.TerritoryRegistered(wanted));
    }

    /**
     * Decides on a member of a territory.
     *
     * @param recorded the recorded membership of the same member; empty if there is none
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
