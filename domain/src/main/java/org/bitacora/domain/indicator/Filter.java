package org.bitacora.domain.indicator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which activities are meant: all fields must match, each with one of its values. An empty filter means every one. */
public record Filter(Map<Field, Set<String>> where) {

    /** Every activity. */
    public static final Filter EVERYTHING = new Filter(Map.of());

    public Filter {
        var copy = new EnumMap<Field, Set<String>>(Field.class);
        where.forEach((field, values) -> copy.put(field, Collections.unmodifiableSet(new TreeSet<>(values))));
        where = Collections.unmodifiableMap(copy);
        where.forEach(Filter::check);
    }

    /** The values asked of that field. */
    public Optional<Set<String>> of(Field field) {
        return Optional.ofNullable(where.get(field));
    }

    /** This filter where it says something of the field, else with that field set. */
    public Filter orElse(Field field, Set<String> values) {
        return where.containsKey(field) ? this : with(field, values);
    }

    /** This filter with that field set, whatever it said of it. */
    public Filter with(Field field, Set<String> values) {
        var more = new EnumMap<Field, Set<String>>(Field.class);
        more.putAll(where);
        more.put(field, values);
        return new Filter(more);
    }

    /** This filter, whatever that field is. */
    public Filter without(Field field) {
        var fewer = new EnumMap<Field, Set<String>>(Field.class);
        fewer.putAll(where);
        fewer.remove(field);
        return new Filter(fewer);
    }

    private static void check(Field field, Set<String> values) {
        if (values.isEmpty() || !values.stream().allMatch(field::accepts)) {
            throw new IllegalArgumentException("where." + field.word() + ": not a value of this field: " + values);
        }
    }
}
