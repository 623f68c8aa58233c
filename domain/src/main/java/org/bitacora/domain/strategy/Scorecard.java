package org.bitacora.domain.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.strategy.Charter.Perspective;
import org.bitacora.domain.strategy.Objective.Gauge;

/**
 * A strategy beside what happened: perspectives, their objectives, and the measures of those.
 *
 * @param whole all perspectives together
 */
public record Scorecard(Rollup whole, List<OfPerspective> perspectives) {

    public Scorecard {
        perspectives = List.copyOf(perspectives);
    }

    /** A perspective, and how it stands. */
    public record OfPerspective(
            Perspective perspective, Rollup rollup, Optional<Overriding> override, List<OfObjective> objectives) {
        public OfPerspective {
            objectives = List.copyOf(objectives);
        }
    }

    /** An objective, how it stands, and what was said of it. */
    public record OfObjective(
            Objective objective,
            Rollup rollup,
            Optional<Overriding> override,
            List<OfMeasure> measures,
            List<Assessment> assessments) {
        public OfObjective {
            measures = List.copyOf(measures);
            assessments = List.copyOf(assessments);
        }
    }

    /** A measure, and what it came to. */
    public record OfMeasure(Gauge measure, Attainment attainment, Trend trend, Optional<Overriding> override) {}

    /** The measures of all objectives. */
    public List<OfMeasure> measures() {
        return perspectives.stream()
                .flatMap(it -> it.objectives().stream())
                .flatMap(it -> it.measures().stream())
                .toList();
    }

    /** Where an objective goes: where more of its measures go. */
    public Trend trend(String objective) {
        return Trend.together(perspectives.stream()
                .flatMap(it -> it.objectives().stream())
                .filter(it -> it.objective().code().equals(objective))
                .flatMap(it -> it.measures().stream())
                .map(OfMeasure::trend)
                .toList());
    }

    /** The scorecard of a sound strategy, by what its measures came to. */
    public static Scorecard of(Strategy strategy, Map<String, Reading> readings, Attainment.When when) {
        return new Scoring(strategy, readings, when).scorecard();
    }
}
