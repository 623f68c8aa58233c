package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;

/**
 * The values of a scorecard measure.
 *
 * @param value the value in the period; empty if it is unknown
 * @param previousValue the value in the preceding period of the same length; empty if it is unknown
 * @param direction the direction in which values improve
 * @param continuity whether the definition changed between the two periods
 */
public record MeasureReading(
        Optional<BigDecimal> value,
        Optional<BigDecimal> previousValue,
        Direction direction,
        SeriesContinuity continuity) {

    /** Whether two values can be compared. */
    public enum SeriesContinuity {
        CONTINUOUS,
        BROKEN
    }

    /**
     * The reading of a rubric: the median level of the assessments of an objective. Of two middle levels the lower one
     * is used, because ranks have no mean.
     */
    public static MeasureReading ofLevels(
            List<ObjectiveAssessment> assessments, String rubric, Period now, Period before) {
        return new MeasureReading(
                level(assessments, rubric, now),
                level(assessments, rubric, before),
                Direction.INCREASE,
                SeriesContinuity.CONTINUOUS);
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
