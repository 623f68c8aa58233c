package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.strategy.Charter.Perspective;
import org.bitacora.domain.strategy.MeasureReading.SeriesContinuity;
import org.bitacora.domain.strategy.Objective.ScorecardMeasure;
import org.bitacora.domain.strategy.Scorecard.MeasureScore;
import org.bitacora.domain.strategy.Scorecard.ObjectiveScore;
import org.bitacora.domain.strategy.Scorecard.PerspectiveScore;

/** Computes a scorecard bottom-up from the measures. */
final class ScorecardCalculator {

    private static final MeasureReading NO_READING =
            new MeasureReading(Optional.empty(), Optional.empty(), Direction.INCREASE, SeriesContinuity.CONTINUOUS);

    private final Strategy strategy;
    private final Map<String, MeasureReading> readings;
    private final Attainment.EvaluationTime evaluationTime;

    ScorecardCalculator(
            Strategy strategy, Map<String, MeasureReading> readings, Attainment.EvaluationTime evaluationTime) {
        this.strategy = strategy;
        this.readings = readings;
        this.evaluationTime = evaluationTime;
    }

    /** The scorecard. A perspective without objectives has no weight unless the charter states one. */
    Scorecard scorecard() {
        var all = strategy.charter().perspectives().stream()
                .map(this::perspective)
                .toList();
        var used = all.stream()
                .filter(it ->
                        !it.objectives().isEmpty() || it.perspective().weight().isPresent())
                .toList();
        return new Scorecard(
                rollUp(
                        used.stream().map(PerspectiveScore::rollup).toList(),
                        used.stream().map(it -> it.perspective().weight()).toList()),
                all);
    }

    private PerspectiveScore perspective(Perspective perspective) {
        var objectives = strategy.of(perspective).stream().map(this::objective).toList();
        return new PerspectiveScore(
                perspective,
                rollUp(
                        objectives.stream().map(ObjectiveScore::rollup).toList(),
                        objectives.stream().map(it -> it.objective().weight()).toList()),
                override(perspective.code()),
                objectives);
    }

    private ObjectiveScore objective(Objective objective) {
        var measures = objective.measures().stream().map(this::measure).toList();
        return new ObjectiveScore(
                objective,
                rollUp(
                        measures.stream()
                                .map(it -> Rollup.of(it.measure().code(), it.attainment()))
                                .toList(),
                        objective.measures().stream()
                                .map(ScorecardMeasure::weight)
                                .toList()),
                override(objective.code()),
                measures,
                strategy.assessments().stream()
                        .filter(it -> it.objective().equals(objective.code())
                                && evaluationTime.period().contains(it.period()))
                        .toList());
    }

    private Rollup rollUp(List<Rollup> siblings, List<Optional<BigDecimal>> stated) {
        return Rollup.of(
                siblings,
                SiblingWeights.fractions(stated).orElseThrow(),
                strategy.charter().minimumCoverage());
    }

    private MeasureScore measure(ScorecardMeasure scorecardMeasure) {
        var measureReading = readings.getOrDefault(scorecardMeasure.code(), NO_READING);
        var target = Optional.ofNullable(strategy.targets().get(scorecardMeasure.code()));
        var attainment = target.map(
                        it -> Attainment.of(measureReading.value(), it, measureReading.direction(), evaluationTime))
                .orElseGet(() -> Attainment.withoutTarget(measureReading.value()));
        var direction = target.flatMap(Target::direction).orElse(measureReading.direction());
        var trend = measureReading.continuity() == SeriesContinuity.BROKEN
                ? Trend.BROKEN
                : Trend.of(measureReading.previousValue(), measureReading.value(), direction, attainment.target());
        return new MeasureScore(scorecardMeasure, attainment, trend, override(scorecardMeasure.code()));
    }

    private Optional<StatusOverride> override(String code) {
        return strategy.overrides().stream()
                .filter(it -> it.appliesTo(code, evaluationTime.period(), evaluationTime.today()))
                .findFirst();
    }
}
