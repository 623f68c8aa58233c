package org.bitacora.projections.indicator.query;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.activity.ActivityConditionSql;
import org.bitacora.projections.activity.SqlParameters;

/** A predicate of a measure query on a row. A row belongs to the measure if it satisfies all predicates. */
sealed interface RowPredicate {

    /** The index of each field in the elements of {@code counterparts}. */
    Map<FilterField, Integer> COUNTERPART = Map.of(FilterField.COUNTERPART_TYPE, 1, FilterField.COUNTRY, 2);

    /** The index of each field in the elements of {@code actor_parts}. */
    Map<FilterField, Integer> ACTOR = Map.of(FilterField.ACTOR, 0, FilterField.SECTOR, 1, FilterField.ACTOR_ROLE, 2);

    /** Returns a condition on {@code v}, the activity version, or on {@code e.item}, a list element of the activity. */
    String sql(SqlParameters sqlParameters);

    /** Requires one of the values in a field of the activity. */
    record ActivityPredicate(FilterField field, Set<String> values) implements RowPredicate {
        @Override
        public String sql(SqlParameters sqlParameters) {
            return ActivityConditionSql.matching(new Filter(Map.of(field, values)), sqlParameters);
        }
    }

    /** Requires one of the values at an index of a list element. */
    record ElementPredicate(int index, Set<String> values) implements RowPredicate {
        @Override
        public String sql(SqlParameters sqlParameters) {
            return "e.item ->> %d = any(%s::text[])".formatted(index, sqlParameters.add(values.toArray(String[]::new)));
        }
    }

    /**
     * Returns the predicates of a measure query, from its definition and its filter. One counted element must satisfy all
     * element predicates. Actor, sector and role are only element predicates if actors are counted, because registrations can
     * change actor and sector, and the role is that of the counted actor.
     */
    static Set<RowPredicate> predicatesOf(MeasureQuery measureQuery) {
        Set<RowPredicate> predicates = new LinkedHashSet<>();
        var elementOnlyFields = measureQuery.countsActors() ? ACTOR.keySet() : Set.<FilterField>of();
        Stream.of(Definition.effectiveFilter(measureQuery.measure()), measureQuery.where())
                .flatMap(filter -> filter.valuesByField().entrySet().stream())
                .filter(it -> !elementOnlyFields.contains(it.getKey()))
                .forEach(it -> predicates.add(new ActivityPredicate(it.getKey(), it.getValue())));
        elementIndexes(measureQuery.measure()).forEach((filterField, index) -> measureQuery
                .elementConditions(filterField)
                .forEach(values -> predicates.add(new ElementPredicate(index, values))));
        return predicates;
    }

    /** Returns the index of each field in the list elements that a measure counts. */
    static Map<FilterField, Integer> elementIndexes(Measure.ActivityMeasure measure) {
        return measure instanceof Measure.Count count ? elementIndexes(count.counted()) : Map.of();
    }

    private static Map<FilterField, Integer> elementIndexes(CountedEntity countedEntity) {
        return switch (countedEntity) {
            case ACTIVITIES, DIMENSIONS -> Map.of();
            case COUNTERPARTS, COUNTRIES -> COUNTERPART;
            case ACTORS -> ACTOR;
        };
    }
}
