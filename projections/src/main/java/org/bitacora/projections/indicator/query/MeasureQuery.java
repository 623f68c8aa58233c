package org.bitacora.projections.indicator.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.TerritoryScope;

/**
 * A measure of activities in a form that one SQL query can compute.
 *
 * @param measure the measure
 * @param date the transition whose date places an activity in a period
 * @param where an additional filter on the activities
 * @param by the groupings of the breakdown
 * @param isAtLevelOrAbove whether a rubric measure includes only activities assessed at its level or above; otherwise it
 *     includes all assessed activities
 * @param isRolledUp whether an observation is of several territories
 */
public record MeasureQuery(
        Measure.ActivityMeasure measure,
        Transition date,
        Filter where,
        List<Grouping> by,
        boolean isAtLevelOrAbove,
        boolean isRolledUp) {

    /** Creates the query of a measure. The status filter is removed for a stock, because it does not apply. */
    static MeasureQuery of(Measure.ActivityMeasure measure, ObservationQuery observationQuery, TerritoryScope scope) {
        return of(measure, observationQuery, scope.isRolledUp());
    }

    /** Creates the query of a measure for observations of one territory or of several. */
    static MeasureQuery of(Measure.ActivityMeasure measure, ObservationQuery observationQuery, boolean isRolledUp) {
        var where = measure instanceof Measure.Stock
                ? observationQuery.where().without(FilterField.STATUS)
                : observationQuery.where();
        return new MeasureQuery(
                measure,
                observationQuery.definition().dateTransition(),
                where,
                observationQuery.by(),
                false,
                isRolledUp);
    }

    MeasureQuery atLevelOrAbove() {
        return new MeasureQuery(measure, date, where, by, true, isRolledUp);
    }

    /** Returns the query without filters, which is equal for all queries that can share one scan of the activities. */
    MeasureQuery generalized() {
        var unfiltered =
                switch (measure) {
                    case Measure.Count _ -> new Measure.Count(CountedEntity.ACTIVITIES, Filter.EVERYTHING);
                    case Measure.QuantitySum(var quantity, var _) ->
                        new Measure.QuantitySum(quantity, Filter.EVERYTHING);
                    case Measure.MoneySum(var currency, var purpose, var _) ->
                        new Measure.MoneySum(currency, purpose, Filter.EVERYTHING);
                    case Measure.Stock _ -> new Measure.Stock("", Filter.EVERYTHING);
                    case Measure.RubricShare(var rubric, var atLeast, var _) ->
                        new Measure.RubricShare(rubric, atLeast, Filter.EVERYTHING);
                };
        return new MeasureQuery(unfiltered, date, Filter.EVERYTHING, by, isAtLevelOrAbove, isRolledUp);
    }

    boolean countsActors() {
        return measure instanceof Measure.Count(var countedEntity, var _, var _)
                && countedEntity == CountedEntity.ACTORS;
    }

    /** How rows are aggregated to a number. */
    enum RowAggregation {
        /** One row for each activity; the amounts are added. */
        EACH,
        /** Several rows for each activity; the amounts are added. */
        SEVERAL,
        /** Each distinct thing counts once, however many activities name it. */
        DISTINCT
    }

    RowAggregation aggregation() {
        return switch (measure) {
            case Measure.Count count when count.counted() != CountedEntity.ACTIVITIES -> RowAggregation.DISTINCT;
            case Measure.Count _, Measure.Stock _, Measure.RubricShare _ ->
                isRolledUp ? RowAggregation.DISTINCT : RowAggregation.EACH;
            case Measure.QuantitySum _ -> RowAggregation.EACH;
            case Measure.MoneySum _ -> RowAggregation.SEVERAL;
        };
    }

    /** Returns the conditions of the definition and of the query on a field of one list element. */
    List<Set<String>> elementConditions(FilterField filterField) {
        return Stream.of(measure.where(), where)
                .flatMap(filter -> filter.valuesOf(filterField).stream())
                .toList();
    }
}
