package org.bitacora.projections.indicator.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.Counted;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;

/**
 * A measure of activities as one query can answer it.
 *
 * @param measure which
 * @param date the transition whose date places an activity in a period
 * @param where only activities that this filter means, too
 * @param by broken down by what
 * @param above of a rubric, only activities judged to be at its level or above; else all that were judged
 * @param isRolledUp whether a figure is of several territories
 */
public record Leaf(
        Measure.OfActivities measure,
        Transition date,
        Filter where,
        List<Grouping> by,
        boolean above,
        boolean isRolledUp) {

    /** No status applies to a stock, whoever asks for one. */
    static Leaf of(Measure.OfActivities measure, Question question, Scope scope) {
        return of(measure, question, scope.isRolledUp());
    }

    /** The same, where it is said whether a figure is of several territories. */
    static Leaf of(Measure.OfActivities measure, Question question, boolean isRolledUp) {
        var where = measure instanceof Measure.Stock ? question.where().without(Field.STATUS) : question.where();
        return new Leaf(measure, question.definition().date(), where, question.by(), false, isRolledUp);
    }

    Leaf aboveTheLevel() {
        return new Leaf(measure, date, where, by, true, isRolledUp);
    }

    /** One for all leaves that go through the same activities, of which each takes its own. */
    Leaf like() {
        var ofAny =
                switch (measure) {
                    case Measure.Count _ -> new Measure.Count(Counted.ACTIVITIES, Filter.EVERYTHING);
                    case Measure.SumQuantity(var quantity, var _) ->
                        new Measure.SumQuantity(quantity, Filter.EVERYTHING);
                    case Measure.SumMoney(var currency, var purpose, var _) ->
                        new Measure.SumMoney(currency, purpose, Filter.EVERYTHING);
                    case Measure.Stock _ -> new Measure.Stock("", Filter.EVERYTHING);
                    case Measure.Rubric(var rubric, var atLeast, var _) ->
                        new Measure.Rubric(rubric, atLeast, Filter.EVERYTHING);
                };
        return new Leaf(ofAny, date, Filter.EVERYTHING, by, above, isRolledUp);
    }

    boolean countsActors() {
        return measure instanceof Measure.Count(var counted, var _, var _) && counted == Counted.ACTORS;
    }

    /** How what it takes makes a number. */
    enum Adding {
        /** A row an activity, each with its amount. */
        EACH,
        /** Several rows an activity, each with its amount. */
        SEVERAL,
        /** Each distinct thing once, however many activities name it. */
        DISTINCT
    }

    Adding adding() {
        return switch (measure) {
            case Measure.Count count when count.counted() != Counted.ACTIVITIES -> Adding.DISTINCT;
            case Measure.Count _, Measure.Stock _, Measure.Rubric _ -> isRolledUp ? Adding.DISTINCT : Adding.EACH;
            case Measure.SumQuantity _ -> Adding.EACH;
            case Measure.SumMoney _ -> Adding.SEVERAL;
        };
    }

    /** What is asked of one element of a list, by the definition and by the question. */
    List<Set<String>> asked(Field field) {
        return Stream.of(measure.where(), where)
                .flatMap(filter -> filter.of(field).stream())
                .toList();
    }
}
