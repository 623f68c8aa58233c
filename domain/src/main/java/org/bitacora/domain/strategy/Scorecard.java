package org.bitacora.domain.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.strategy.Charter.Perspective;
import org.bitacora.domain.strategy.Objective.ScorecardMeasure;

/**
 * A strategy compared with the observations: perspectives, objectives and measures.
 *
 * @param overall the rollup of all perspectives
 */
public record Scorecard(Rollup overall, List<PerspectiveScore> perspectives) {

    public Scorecard {
        perspectives = List.copyOf(perspectives);
    }

    /** A perspective with its rollup. */
    public record PerspectiveScore(
            Perspective perspective,
            Rollup rollup,
            Optional<StatusOverride> override,
            List<ObjectiveScore> objectives) {
        public PerspectiveScore {
            objectives = List.copyOf(objectives);
        }
    }

    /** An objective with its rollup and assessments. */
    public record ObjectiveScore(
            Objective objective,
            Rollup rollup,
            Optional<StatusOverride> override,
            List<MeasureScore> measures,
            List<ObjectiveAssessment> assessments) {
        public ObjectiveScore {
            measures = List.copyOf(measures);
            assessments = List.copyOf(assessments);
        }
    }

    /** A measure with its values. */
    public record MeasureScore(
            ScorecardMeasure measure, Attainment attainment, Trend trend, Optional<StatusOverride> override) {}

    /** The measures of all objectives. */
    public List<MeasureScore> measures() {
        return perspectives.stream()
                .flatMap(it -> it.objectives().stream())
                .flatMap(it -> it.measures().stream())
                .toList();
    }

    /** The trend of an objective: the trend of the majority of its measures. */
    public Trend trend(String objective) {
        return Trend.combine(perspectives.stream()
                .flatMap(it -> it.objectives().stream())
                .filter(it -> it.objective().code().equals(objective))
                .flatMap(it -> it.measures().stream())
                .map(MeasureScore::trend)
                .toList());
    }

    /** The scorecard of a consistent strategy from the readings of its measures. */
    public static Scorecard of(
            Strategy strategy, Map<String, MeasureReading> readings, Attainment.EvaluationTime evaluationTime) {
        return new ScorecardCalculator(strategy, readings, evaluationTime).scorecard();
    }
}
