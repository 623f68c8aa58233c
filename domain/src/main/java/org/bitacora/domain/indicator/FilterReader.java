package org.bitacora.domain.indicator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/** Reads the filter in the member {@code where}. */
public final class FilterReader {

    private FilterReader() {}

    /**
     * The filter in an object. It matches all activities if there is no member {@code where}; empty if the member is
     * not an object.
     */
    public static Optional<Filter> read(JsonObjectReader at) {
        if (!at.has("where")) {
            return Optional.of(Filter.EVERYTHING);
        }
        return at.child("where").map(FilterReader::of);
    }

    private static Filter of(JsonObjectReader where) {
        where.allowOnly(Stream.concat(FilterField.words().stream(), FilterField.formerWords().stream())
                .toList());
        Map<FilterField, Set<String>> fields = new EnumMap<>(FilterField.class);
        where.object().members().forEach((name, _) -> FilterField.of(name).ifPresent(filterField -> {
            var values = new TreeSet<>(where.object().texts(name));
            if (fields.containsKey(filterField)) {
                where.addViolation(name, Detail.of("{0} is given twice.", filterField.word()));
            } else if (!values.isEmpty()
                    && values.size() == Set.copyOf(where.object().items(name)).size()
                    && values.stream().allMatch(filterField::accepts)) {
                fields.put(filterField, values);
            } else {
                where.addViolation(name, Detail.of("Expected a list of distinct, valid values of {0}.", name));
            }
        }));
        return new Filter(fields);
    }
}
