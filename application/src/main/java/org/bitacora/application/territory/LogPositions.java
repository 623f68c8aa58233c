package org.bitacora.application.territory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitacora.domain.territory.TerritoryCode;

/** Positions in several logs, in the notation of streams and subscriptions: {@code br-ba:17,br-belo-horizonte:3}. */
public final class LogPositions {

    private static final Pattern PLACE = Pattern.compile("(" + TerritoryCode.REGEX + "):(\\d{1,18})");

    private LogPositions() {}

    /**
     * Returns the position of each territory. An empty text has no positions; the result is empty if the text is
     * invalid.
     */
    public static Optional<Map<String, Long>> parse(String text) {
        Map<String, Long> places = new LinkedHashMap<>();
        for (var place : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            var match = PLACE.matcher(place);
            if (!match.matches()) {
                return Optional.empty();
            }
            places.put(match.group(1), Long.parseLong(match.group(2)));
        }
        return Optional.of(places);
    }
}
