package org.bitacora.domain.indicator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bitacora.domain.json.JsonObjectReader;

/** Reads which activities are meant: the member {@code where}. */
public final class FilterReader {

    private FilterReader() {}

    /** The filter of an object; every activity where it has none, and empty where what it has is no object. */
    public static Optional<Filter> read(JsonObjectReader at) {
        if (!at.has("where")) {
            return Optional.of(Filter.EVERYTHING);
        }
        return at.child("where").map(FilterReader::of);
    }

    private static Filter of(JsonObjectReader where) {
        where.allowOnly(FilterField.words());
        Map<FilterField, Set<String>> fields = new EnumMap<>(FilterField.class);
        where.object().members().forEach((name, _) -> FilterField.of(name).ifPresent(filterField -> {
            var values = new TreeSet<>(where.object().texts(name));
            if (!values.isEmpty()
                    && values.size() == Set.copyOf(where.object().items(name)).size()
                    && values.stream().allMatch(filterField::accepts)) {
                fields.put(filterField, values);
            } else {
                where.addViolation(name, "A list of values of " + name + " is wanted.");
            }
        }));
        return new Filter(fields);
    }
}
