package org.bitacora.exchange.sdmx;

import java.util.List;
import java.util.Map;

/** With what attributes vary. */
final class Attributes {

    static final Map<String, Object> OF_OBSERVATION = Map.of("observation", Map.of());

    private Attributes() {}

    static Map<String, Object> of(String dimension) {
        return Map.of("dimensions", List.of(dimension));
    }
}
