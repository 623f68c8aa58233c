package org.bitacora.projections.indicator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.ObservationQuery;

/** What a value is made of: one measure, or the two of a ratio. */
public final class MeasureOperands {

    private MeasureOperands() {}

    /** The measures of a ratio, or the one that there is; what they name by its code stands for itself. */
    public static List<Measure> operandsOf(Measure measure) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) ->
                List.of(resolve(numerator), resolve(denominator));
            case Measure.RubricShare rubricShare -> List.of(rubricShare, rubricShare);
            case Measure.SimpleMeasure simpleMeasure -> List.of(resolve(simpleMeasure));
        };
    }

    private static Measure resolve(Measure.SimpleMeasure measure) {
        return measure instanceof Measure.IndicatorReference(var _, var _, var of) ? resolve(of) : measure;
    }

    /** What can be asked of activities, for each operand; empty where reports make it. */
    public static List<Optional<MeasureQuery>> queriesOf(ObservationQuery observationQuery, boolean isRolledUp) {
        var operands = operandsOf(observationQuery.definition().measure());
        var leaves = new ArrayList<Optional<MeasureQuery>>();
        for (int side = 0; side < operands.size(); side++) {
            leaves.add(
                    operands.get(side) instanceof Measure.ActivityMeasure of
                            ? Optional.of(queryOf(of, side, observationQuery, isRolledUp))
                            : Optional.empty());
        }
        return leaves;
    }

    private static MeasureQuery queryOf(
            Measure.ActivityMeasure measure, int side, ObservationQuery observationQuery, boolean isRolledUp) {
        var measureQuery = MeasureQuery.of(measure, observationQuery, isRolledUp);
        return measure instanceof Measure.RubricShare && side == 0 ? measureQuery.atLevelOrAbove() : measureQuery;
    }
}
