package org.bitacora.domain.indicator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filter of activities. An activity matches if each field of the filter has one of its values. An empty filter
 * matches all activities.
 */
public record Filter(Map<FilterField, Set<String>> valuesByField) {

    /** The filter that matches all activities. */
    public static final Filter EVERYTHING = new Filter(Map.of());

    public Filter {
        var copy = new EnumMap<FilterField, Set<String>>(FilterField.class);
        valuesByField.forEach((field, values) -> copy.put(field, Collections.unmodifiableSet(new TreeSet<>(values))));
        valuesByField = Collections.unmodifiableMap(copy);
        valuesByField.forEach(Filter::check);
    }

    /** The values required for a field; empty if the filter does not contain the field. */
    public Optional<Set<String>> valuesOf(FilterField filterField) {
        return Optional.ofNullable(valuesByField.get(filterField));
    }

    /** This filter if it contains the field; otherwise this filter with the field set. */
    public Filter orElse(FilterField filterField, Set<String> values) {
        return valuesByField.containsKey(filterField) ? this : with(filterField, values);
    }

    /** This filter with the field set, replacing earlier values. */
    public Filter with(FilterField filterField, Set<String> values) {
        var more = new EnumMap<FilterField, Set<String>>(FilterField.class);
        more.putAll(valuesByField);
        more.put(filterField, values);
        return new Filter(more);
    }

    /** This filter without the field. */
    public Filter without(FilterField filterField) {
        var fewer = new EnumMap<FilterField, Set<String>>(FilterField.class);
        fewer.putAll(valuesByField);
        fewer.remove(filterField);
        return new Filter(fewer);
    }

    private static void check(FilterField filterField, Set<String> values) {
        if (values.isEmpty() || !values.stream().allMatch(filterField::accepts)) {
            throw new IllegalArgumentException(
                    "where." + filterField.word() + ": invalid values for this field: " + values);
        }
    }
}
