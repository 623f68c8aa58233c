package org.bitacora.projections.indicator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.ObservationQuery;

/** The operands of a value: one measure, or the two measures of a ratio. */
public final class MeasureOperands {

    private MeasureOperands() {}

    /** Returns the numerator and denominator of a ratio, or the single measure, with references to indicators resolved. */
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

    /** Returns the query over activities for each operand; empty for an operand that consists of reports. */
    public static List<Optional<MeasureQuery>> queriesOf(ObservationQuery observationQuery, boolean isRolledUp) {
        var operands = operandsOf(observationQuery.definition().measure());
        var queries = new ArrayList<Optional<MeasureQuery>>();
        for (int side = 0; side < operands.size(); side++) {
            queries.add(
                    operands.get(side) instanceof Measure.ActivityMeasure activityMeasure
                            ? Optional.of(queryOf(activityMeasure, side, observationQuery, isRolledUp))
                            : Optional.empty());
        }
        return queries;
    }

    private static MeasureQuery queryOf(
            Measure.ActivityMeasure measure, int side, ObservationQuery observationQuery, boolean isRolledUp) {
        var measureQuery = MeasureQuery.of(measure, observationQuery, isRolledUp);
        return measure instanceof Measure.RubricShare && side == 0 ? measureQuery.atLevelOrAbove() : measureQuery;
    }
}
