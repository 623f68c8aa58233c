package org.bitacora.application.territory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.identifier.Position;
import org.bitacora.domain.identifier.TerritoryCode;

/** Positions in several logs, in the notation of streams and subscriptions: {@code br-ba:17,br-belo-horizonte:3}. */
public final class LogPositions {

    private LogPositions() {}

    /**
     * Returns the position of each territory. An empty text has no positions; the result is empty if the text is
     * invalid.
     */
    public static Optional<Map<String, Long>> parse(String text) {
        Map<String, Long> places = new LinkedHashMap<>();
        for (var place : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int colon = place.indexOf(':');
            var territory = TerritoryCode.parse(place.substring(0, Math.max(colon, 0)));
            var position = Position.parse(place.substring(colon + 1));
            if (territory.isEmpty() || position.isEmpty()) {
                return Optional.empty();
            }
            places.put(territory.get().value(), position.get().value());
        }
        return Optional.of(places);
    }
}
