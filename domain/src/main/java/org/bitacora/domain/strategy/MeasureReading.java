package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Period;

/**
 * The values of a scorecard measure.
 *
 * @param value in the period that is asked for; empty where nobody knows
 * @param previousValue in the period of the same length before
 * @param direction which way is better
 * @param continuity whether the definition became another one in between
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
