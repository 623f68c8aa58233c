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
import org.bitacora.projections.indicator.Scope;

/**
 * A measure of activities as one query can answer it.
 *
 * @param measure which
 * @param date the transition whose date places an activity in a period
 * @param where only activities that this filter means, too
 * @param by broken down by what
 * @param isAtLevelOrAbove of a rubric, only activities judged to be at its level or above; else all that were judged
 * @param isRolledUp whether a figure is of several territories
 */
public record MeasureQuery(
        Measure.ActivityMeasure measure,
        Transition date,
        Filter where,
        List<Grouping> by,
        boolean isAtLevelOrAbove,
        boolean isRolledUp) {

    /** No status applies to a stock, whoever asks for one. */
    static MeasureQuery of(Measure.ActivityMeasure measure, ObservationQuery observationQuery, Scope scope) {
        return of(measure, observationQuery, scope.isRolledUp());
    }

    /** The same, where it is said whether a figure is of several territories. */
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

    /** One for all leaves that go through the same activities, of which each takes its own. */
    MeasureQuery generalized() {
        var ofAny =
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
        return new MeasureQuery(ofAny, date, Filter.EVERYTHING, by, isAtLevelOrAbove, isRolledUp);
    }

    boolean countsActors() {
        return measure instanceof Measure.Count(var countedEntity, var _, var _)
                && countedEntity == CountedEntity.ACTORS;
    }

    /** How what it takes makes a number. */
    enum RowAggregation {
        /** A row an activity, each with its amount. */
        EACH,
        /** Several rows an activity, each with its amount. */
        SEVERAL,
        /** Each distinct thing once, however many activities name it. */
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

    /** What is asked of one element of a list, by the definition and by the question. */
    List<Set<String>> elementConditions(FilterField filterField) {
        return Stream.of(measure.where(), where)
                .flatMap(filter -> filter.valuesOf(filterField).stream())
                .toList();
    }
}
