package org.bitacora.exchange.sdmx;

import java.util.List;
import java.util.Map;

/** The attribute relationships: which dimensions the value of an attribute depends on. */
final class AttributeRelationships {

    static final Map<String, Object> BY_OBSERVATION = Map.of("observation", Map.of());

    private AttributeRelationships() {}

    static Map<String, Object> byDimension(String dimension) {
        return Map.of("dimensions", List.of(dimension));
    }
}
