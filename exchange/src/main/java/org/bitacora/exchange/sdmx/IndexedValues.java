package org.bitacora.exchange.sdmx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places in a list, which grows. */
final class IndexedValues<T> {

    private final Map<T, Integer> places = new LinkedHashMap<>();

    int indexOf(T value) {
        return places.computeIfAbsent(value, _ -> places.size());
    }

    List<T> values() {
        return List.copyOf(places.keySet());
    }
}
