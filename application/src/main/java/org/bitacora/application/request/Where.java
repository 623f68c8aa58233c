package org.bitacora.application.request;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;

/** The filters of a request: a parameter for each field, several values with commas between them. */
public final class Where {

    private Where() {}

    /** The names of all parameters of a resource: its own, and one for each field. */
    public static Set<String> and(String... names) {
        var all = new LinkedHashSet<>(Field.words());
        all.addAll(List.of(names));
        return all;
    }

    /** The filter that a request asks for; a problem 400 where a value is none of its field. */
    public static Filter of(Ask ask) {
        Map<Field, Set<String>> where = new EnumMap<>(Field.class);
        for (var field : Field.values()) {
            var values = ask.values(field.word());
            if (!values.isEmpty()) {
                values.forEach(value -> check(field, value));
                where.put(field, new LinkedHashSet<>(values));
            }
        }
        return new Filter(where);
    }

    private static void check(Field field, String value) {
        if (!field.accepts(value)) {
            throw ProblemException.parameter(field.word(), value + " is not a value of " + field.word() + ".");
        }
    }
}
