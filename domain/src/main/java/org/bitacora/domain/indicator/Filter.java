package org.bitacora.domain.indicator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which activities are meant: all fields must match, each with one of its values. An empty filter means every one. */
public record Filter(Map<FilterField, Set<String>> valuesByField) {

    /** Every activity. */
    public static final Filter EVERYTHING = new Filter(Map.of());

    public Filter {
        var copy = new EnumMap<FilterField, Set<String>>(FilterField.class);
        valuesByField.forEach((field, values) -> copy.put(field, Collections.unmodifiableSet(new TreeSet<>(values))));
        valuesByField = Collections.unmodifiableMap(copy);
        valuesByField.forEach(Filter::check);
    }

    /** The values asked of that field. */
    public Optional<Set<String>> valuesOf(FilterField filterField) {
        return Optional.ofNullable(valuesByField.get(filterField));
    }

    /** This filter where it says something of the field, else with that field set. */
    public Filter orElse(FilterField filterField, Set<String> values) {
        return valuesByField.containsKey(filterField) ? this : with(filterField, values);
    }

    /** This filter with that field set, whatever it said of it. */
    public Filter with(FilterField filterField, Set<String> values) {
        var more = new EnumMap<FilterField, Set<String>>(FilterField.class);
        more.putAll(valuesByField);
        more.put(filterField, values);
        return new Filter(more);
    }

    /** This filter, whatever that field is. */
    public Filter without(FilterField filterField) {
        var fewer = new EnumMap<FilterField, Set<String>>(FilterField.class);
        fewer.putAll(valuesByField);
        fewer.remove(filterField);
        return new Filter(fewer);
    }

    private static void check(FilterField filterField, Set<String> values) {
        if (values.isEmpty() || !values.stream().allMatch(filterField::accepts)) {
            throw new IllegalArgumentException(
                    "where." + filterField.word() + ": not a value of this field: " + values);
        }
    }
}
