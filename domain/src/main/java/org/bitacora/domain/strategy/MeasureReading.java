package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;

/**
 * What a measure of a strategy came to.
 *
 * @param value in the period that is asked for; empty where nobody knows
 * @param previousValue in the period of the same length before
 * @param direction which way is better
 * @param hasSeriesBreak whether the definition became another one in between
 */
public record MeasureReading(
        Optional<BigDecimal> value, Optional<BigDecimal> previousValue, Direction direction, boolean hasSeriesBreak) {

    /** Of the levels at which an objective was judged by a rubric: the lower of their middle ones, as ranks have no mean. */
    public static MeasureReading ofLevels(
            List<ObjectiveAssessment> assessments, String rubric, Period now, Period before) {
        return new MeasureReading(
                level(assessments, rubric, now), level(assessments, rubric, before), Direction.INCREASE, false);
    }

    private static Optional<BigDecimal> level(List<ObjectiveAssessment> assessments, String rubric, Period period) {
        var levels = assessments.stream()
                .filter(it -> it.rubric().filter(rubric::equals).isPresent() && period.contains(it.period()))
                .flatMap(it -> it.level().stream())
                .sorted()
                .toList();
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(levels.get((levels.size() - 1) / 2)));
    }
}
