package org.bitacora.http;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.ProblemException;

/** Parses the filters of a request: one parameter for each field. It may be repeated; values that are not free texts may
 * also be separated by commas. */
public final class FilterParameters {

    private FilterParameters() {}

    /** Returns the names of all parameters of a resource: the given ones, and one for each filter field. */
    public static Set<String> parameterNames(String... names) {
        var all = new LinkedHashSet<>(FilterField.words());
        all.addAll(FilterField.formerWords());
        all.addAll(List.of(names));
        return all;
    }

    /** Returns the filter of a request; throws a problem 400 if a value is invalid for its field. */
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

    /**
     * Returns the values of a field. The former name of the field is accepted too, because publications and feeds of
     * earlier versions contain links with it.
     */
    private static List<String> values(ReadRequest readRequest, FilterField filterField) {
        var values = filterField.isFreeText()
                ? readRequest.rawValues(filterField.word()).stream()
                        .filter(it -> !it.isEmpty())
                        .toList()
                : readRequest.values(filterField.word());
        var former = filterField.formerWord().map(readRequest::values).orElse(List.of());
        if (!values.isEmpty() && !former.isEmpty()) {
            throw ProblemException.invalidParameter(
                    filterField.word(), Detail.of("{0} is given twice.", filterField.word()));
        }
        return values.isEmpty() ? former : values;
    }

    private static void validate(FilterField filterField, String value) {
        if (!filterField.accepts(value)) {
            throw ProblemException.invalidParameter(filterField.word(), explanation(filterField, value));
        }
    }

    /** Explains that a value is invalid. Two fields are easily mistaken for each other, so each names the other one. */
    private static Detail explanation(FilterField filterField, String value) {
        return switch (filterField) {
            case COUNTRY ->
                Detail.of(
                        "{0} is not the code of a country. `country` is the country of counterparts, for example AR;"
                                + " `place` is where an activity took place.",
                        value);
            case PLACE ->
                Detail.of(
                        "{0} is not a place. `place` is where an activity took place: a country, for example BR, or a city in"
                                + " it, for example BR/Salvador; `country` is the country of counterparts.",
                        value);
            default -> Detail.of("{0} is not a valid value of {1}.", value, filterField.word());
        };
    }
}
