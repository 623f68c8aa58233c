package org.bitacora.domain.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.strategy.Charter.Perspective;
import org.bitacora.domain.strategy.Objective.ScorecardMeasure;

/**
 * A strategy beside what happened: perspectives, their objectives, and the measures of those.
 *
 * @param overall all perspectives together
 */
public record Scorecard(Rollup overall, List<PerspectiveScore> perspectives) {

    public Scorecard {
        perspectives = List.copyOf(perspectives);
    }

    /** A perspective, and how it stands. */
    public record PerspectiveScore(
            Perspective perspective,
            Rollup rollup,
            Optional<StatusOverride> override,
            List<ObjectiveScore> objectives) {
        public PerspectiveScore {
            objectives = List.copyOf(objectives);
        }
    }

    /** An objective, how it stands, and what was said of it. */
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

    /** A measure, and what it came to. */
    public record MeasureScore(
            ScorecardMeasure measure, Attainment attainment, Trend trend, Optional<StatusOverride> override) {}

    /** The measures of all objectives. */
    public List<MeasureScore> measures() {
        return perspectives.stream()
                .flatMap(it -> it.objectives().stream())
                .flatMap(it -> it.measures().stream())
                .toList();
    }

    /** Where an objective goes: where more of its measures go. */
    public Trend trend(String objective) {
        return Trend.combine(perspectives.stream()
                .flatMap(it -> it.objectives().stream())
                .filter(it -> it.objective().code().equals(objective))
                .flatMap(it -> it.measures().stream())
                .map(MeasureScore::trend)
                .toList());
    }

    /** The scorecard of a sound strategy, by what its measures came to. */
    public static Scorecard of(
            Strategy strategy, Map<String, MeasureReading> readings, Attainment.EvaluationTime evaluationTime) {
        return new ScorecardCalculator(strategy, readings, evaluationTime).scorecard();
    }
}
