package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.strategy.Charter.Perspective;
import org.bitacora.domain.strategy.Objective.Gauge;
import org.bitacora.domain.strategy.Scorecard.OfMeasure;
import org.bitacora.domain.strategy.Scorecard.OfObjective;
import org.bitacora.domain.strategy.Scorecard.OfPerspective;

/** Makes a scorecard, from the measures up. */
final class Scoring {

    private static final Reading NOTHING = new Reading(Optional.empty(), Optional.empty(), Direction.INCREASE, false);

    private final Strategy strategy;
    private final Map<String, Reading> readings;
    private final Attainment.When when;

    Scoring(Strategy strategy, Map<String, Reading> readings, Attainment.When when) {
        this.strategy = strategy;
        this.readings = readings;
        this.when = when;
    }

    /** A perspective without objectives weighs nothing, unless the charter says what it weighs. */
    Scorecard scorecard() {
        var all = strategy.charter().perspectives().stream()
                .map(this::perspective)
                .toList();
        var used = all.stream()
                .filter(it ->
                        !it.objectives().isEmpty() || it.perspective().weight().isPresent())
                .toList();
        return new Scorecard(
                together(
                        used.stream().map(OfPerspective::rollup).toList(),
                        used.stream().map(it -> it.perspective().weight()).toList()),
                all);
    }

    private OfPerspective perspective(Perspective perspective) {
        var objectives = strategy.of(perspective).stream().map(this::objective).toList();
        return new OfPerspective(
                perspective,
                together(
                        objectives.stream().map(OfObjective::rollup).toList(),
                        objectives.stream().map(it -> it.objective().weight()).toList()),
                override(perspective.code()),
                objectives);
    }

    private OfObjective objective(Objective objective) {
        var measures = objective.measures().stream().map(this::measure).toList();
        return new OfObjective(
                objective,
                together(
                        measures.stream()
                                .map(it -> Rollup.of(it.measure().code(), it.attainment()))
                                .toList(),
                        objective.measures().stream().map(Gauge::weight).toList()),
                override(objective.code()),
                measures,
                strategy.assessments().stream()
                        .filter(it -> it.objective().equals(objective.code())
                                && when.period().contains(it.period()))
                        .toList());
    }

    private Rollup together(List<Rollup> siblings, List<Optional<BigDecimal>> stated) {
        return Rollup.of(
                siblings, Weights.of(stated).orElseThrow(), strategy.charter().minimumCoverage());
    }

    private OfMeasure measure(Gauge gauge) {
        var reading = readings.getOrDefault(gauge.code(), NOTHING);
        var target = Optional.ofNullable(strategy.targets().get(gauge.code()));
        var attainment = target.map(it -> Attainment.of(reading.value(), it, reading.direction(), when))
                .orElseGet(() -> Attainment.untargeted(reading.value()));
        var direction = target.flatMap(Target::direction).orElse(reading.direction());
        var trend = reading.isBroken()
                ? Trend.BROKEN
                : Trend.of(reading.before(), reading.value(), direction, attainment.target());
        return new OfMeasure(gauge, attainment, trend, override(gauge.code()));
    }

    private Optional<Overriding> override(String code) {
        return strategy.overrides().stream()
                .filter(it -> it.holds(code, when.period(), when.today()))
                .findFirst();
    }
}
