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

/** One thing that a leaf needs of a row to take it: all that it needs must be there. */
sealed interface RowPredicate {

    /** Where the elements of {@code counterparts} and {@code actor_parts} have what is asked of a field. */
    Map<FilterField, Integer> COUNTERPART = Map.of(FilterField.COUNTERPART_TYPE, 1, FilterField.COUNTRY, 2);

    /** The same of actors. */
    Map<FilterField, Integer> ACTOR = Map.of(FilterField.ACTOR, 0, FilterField.SECTOR, 1);

    /** A condition on {@code v}, the version of the activity, or on {@code e.item}, what it names. */
    String sql(SqlParameters sqlParameters);

    /** One of those values, in a field of the activity. */
    record ActivityPredicate(FilterField field, Set<String> values) implements RowPredicate {
        @Override
        public String sql(SqlParameters sqlParameters) {
            return ActivityConditionSql.matching(new Filter(Map.of(field, values)), sqlParameters);
        }
    }

    /** One of those values, at that place of what the activity names. */
    record ElementPredicate(int index, Set<String> values) implements RowPredicate {
        @Override
        public String sql(SqlParameters sqlParameters) {
            return "e.item ->> %d = any(%s::text[])".formatted(index, sqlParameters.add(values.toArray(String[]::new)));
        }
    }

    /**
     * What a leaf needs, by its definition and by the question; of the things that it counts, all of the same one. Who an
     * actor is, and of which sector, is not the activity's to say.
     */
    static Set<RowPredicate> predicatesOf(MeasureQuery measureQuery) {
        Set<RowPredicate> needs = new LinkedHashSet<>();
        var ofElementsAlone = measureQuery.countsActors() ? ACTOR.keySet() : Set.<FilterField>of();
        Stream.of(Definition.effectiveFilter(measureQuery.measure()), measureQuery.where())
                .flatMap(filter -> filter.valuesByField().entrySet().stream())
                .filter(it -> !ofElementsAlone.contains(it.getKey()))
                .forEach(it -> needs.add(new ActivityPredicate(it.getKey(), it.getValue())));
        elementIndexes(measureQuery.measure()).forEach((filterField, place) -> measureQuery
                .elementConditions(filterField)
                .forEach(values -> needs.add(new ElementPredicate(place, values))));
        return needs;
    }

    /** Where the things that a measure counts have what is asked of a field. */
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
