package org.bitacora.domain.actor;

import java.util.Optional;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.strategy.StrategyCodes;

/**
 * Decides on commands about actors. Only a change is recorded as an event, and only a registered actor can be merged.
 */
public final class ActorDecider {

    private ActorDecider() {}

    /**
     * Decides on an event of an actor.
     *
     * @param code the code of the actor
     * @param known the current document of the actor; empty if the actor was never registered
     */
    public static Decision<ActorEvent> decide(String code, Optional<Json.Obj> known, ActorEvent event) {
        if (!StrategyCodes.isCode(code)) {
            return Decision.invalid(
                    "actor",
                    Detail.of(
                            "Expected a code of 1 to 64 letters, digits or ._~-, starting with a letter or a digit."));
        }
        var found = event.validate(Pointer.ROOT);
        if (!found.isEmpty()) {
            return Decision.decline(new Refusal.Invalid(found));
        }
        if (event instanceof ActorEvent.ActorMerged && known.isEmpty()) {
            return Decision.decline(new Refusal.NotFound(Detail.of("There is no actor {0}.", code)));
        }
        return known.filter(document -> event.apply(document).equals(document)).isPresent()
                ? Decision.unchanged()
                : Decision.accept(event);
    }
}
