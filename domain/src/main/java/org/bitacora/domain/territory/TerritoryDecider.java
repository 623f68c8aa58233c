package org.bitacora.domain.territory;

import java.util.Optional;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.refusal.Detail;

/** Decides on registrations and memberships. Only a change is recorded as an event. */
public final class TerritoryDecider {

    private TerritoryDecider() {}

    /**
     * Decides on a registration.
     *
     * @param registered the current registration; empty if the territory is not registered
     */
    public static Decision<TerritoryEvent> register(Optional<Territory> registered, Territory requested) {
        return registered.filter(requested::equals).isPresent()
                ? Decision.unchanged()
                : Decision.accept(new TerritoryEvent.TerritoryRegistered(requested));
    }

    /**
     * Decides on a member of a territory.
     *
     * @param recorded the recorded membership of the same member; empty if there is none
     */
    public static Decision<TerritoryEvent> nameMember(
            TerritoryCode territory, Optional<Membership> recorded, Membership requested) {
        if (requested.member().equals(territory)) {
            return Decision.invalid("member", Detail.of("A territory cannot be a member of itself."));
        }
        return recorded.filter(requested::equals).isPresent()
                ? Decision.unchanged()
                : Decision.accept(new TerritoryEvent.MemberNamed(requested));
    }
}
