package org.bitacora.exchange.sdmx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of distinct values that assigns each value its index. */
final class IndexedValues<T> {

    private final Map<T, Integer> indexes = new LinkedHashMap<>();

    int indexOf(T value) {
        return indexes.computeIfAbsent(value, _ -> indexes.size());
    }

    List<T> values() {
        return List.copyOf(indexes.keySet());
    }
}
