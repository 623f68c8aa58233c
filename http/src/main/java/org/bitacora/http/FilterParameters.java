package org.bitacora.http;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.http.problem.ProblemException;

/** The filters of a request: a parameter for each field, several values with commas between them. */
public final class FilterParameters {

    private FilterParameters() {}

    /** The names of all parameters of a resource: its own, and one for each field. */
    public static Set<String> parameterNames(String... names) {
        var all = new LinkedHashSet<>(FilterField.words());
        all.addAll(FilterField.formerWords());
        all.addAll(List.of(names));
        return all;
    }

    /** The filter that a request asks for; a problem 400 where a value is none of its field. */
    public static Filter parse(ReadRequest readRequest) {
        Map<FilterField, Set<String>> where = new EnumMap<>(FilterField.class);
        for (var filterField : FilterField.values()) {
            var values = values(readRequest, filterField);
            if (!values.isEmpty()) {
                values.forEach(value -> validate(filterField, value));
                where.put(filterField, new LinkedHashSet<>(values));
            }
        }
        return new Filter(where);
    }

    /** Links in publications and feeds of earlier versions use the former word. */
    private static List<String> values(ReadRequest readRequest, FilterField filterField) {
        var values = readRequest.values(filterField.word());
        var former = filterField.formerWord().map(readRequest::values).orElse(List.of());
        if (!values.isEmpty() && !former.isEmpty()) {
            throw ProblemException.invalidParameter(filterField.word(), filterField.word() + " is given twice.");
        }
        return values.isEmpty() ? former : values;
    }

    private static void validate(FilterField filterField, String value) {
        if (!filterField.accepts(value)) {
            throw ProblemException.invalidParameter(
                    filterField.word(), value + " is not a value of " + filterField.word() + ".");
        }
    }
}
