package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/**
 * The target of a scorecard measure.
 *
 * @param measureCode the code of the measure in the strategy
 * @param baseline the baseline
 * @param path the target values of periods on the way
 * @param finalValue the target value of the last year of the plan, if the path does not state one
 * @param direction the direction in which values improve; empty for the direction of the indicator
 * @param tolerance the largest deviation that counts as achieved, for a value to be maintained
 * @param bands the bands of each status; empty for the default bands
 */
public record Target(
        String measureCode,
        Optional<Baseline> baseline,
        Map<Period, BigDecimal> path,
        Optional<BigDecimal> finalValue,
        Optional<Direction> direction,
        BigDecimal tolerance,
        Optional<StatusThresholds> bands) {

    public Target {
        path = Map.copyOf(path);
    }

    /** The baseline of a measure: its value in a period, and the source of the value. */
    public record Baseline(BigDecimal value, Period period, String source) {}

    /** The target value of a period; empty if none is set. */
    public Optional<BigDecimal> valueFor(Period period, Period plan) {
        return path.entrySet().stream()
                .filter(it -> haveSameDays(it.getKey(), period))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> haveSameDays(period, plan.split(Grain.YEAR).getLast()) ? finalValue : Optional.empty());
    }

    /** The final target value; empty if none is set. */
    public Optional<BigDecimal> endValue() {
        return finalValue.or(() -> path.entrySet().stream()
                .max(Comparator.<Map.Entry<Period, BigDecimal>, LocalDate>comparing(
                                it -> it.getKey().last())
                        .thenComparing(it -> it.getKey().first()))
                .map(Map.Entry::getValue));
    }

    static boolean haveSameDays(Period one, Period other) {
        return one.first().equals(other.first()) && one.last().equals(other.last());
    }

    static Target read(JsonObjectReader at) {
        at.allowOnly(List.of(
                "measure",
                "baseline",
                "path",
                "final",
                "direction",
                "tolerance",
                "bands",
                "bandsOn",
                "rationale",
                "approvedBy",
                "review"));
        at.optionalText("rationale");
        at.optionalText("approvedBy");
        var path = at.has("path") ? at.child("path").map(Target::path).orElse(Map.of()) : Map.<Period, BigDecimal>of();
        var last = at.number("final");
        if (!at.has("path") && !at.has("final")) {
            at.addViolation(
                    "final",
                    Detail.of("Expected a value of the target: `final`, or `path` with a value for each period."));
        }
        var tolerance = at.number("tolerance").orElse(BigDecimal.ZERO);
        if (tolerance.signum() < 0) {
            at.addViolation("tolerance", Detail.of("Expected a number of 0 or more."));
        }
        return new Target(
                StrategyCodes.readCode(at, "measure"),
                at.has("baseline") ? at.child("baseline").flatMap(Target::baseline) : Optional.empty(),
                path,
                last,
                at.has("direction")
                        ? Optional.of(
                                at.oneOf("direction", List.of(Direction.values()), Direction::word, Direction.INCREASE))
                        : Optional.empty(),
                tolerance,
                StatusThresholds.read(at));
    }

    private static Optional<Baseline> baseline(JsonObjectReader at) {
        at.allowOnly(List.of("value", "period", "source"));
        var source = at.optionalText("source");
        var period = at.object().text("period").flatMap(Period::parseOne);
        if (period.isEmpty()) {
            at.addViolation("period", Detail.of("Expected the period of the baseline, for example 2013."));
        }
        var value = at.number("value");
        if (!at.has("value")) {
            at.addViolation("value", Detail.of("Expected a number."));
        }
        return value.flatMap(number -> period.map(it -> new Baseline(number, it, source)));
    }

    private static Map<Period, BigDecimal> path(JsonObjectReader at) {
        Map<Period, BigDecimal> path = new LinkedHashMap<>();
        at.object().members().forEach((name, _) -> {
            var period = Period.parseOne(name);
            var value = at.number(name);
            if (period.isEmpty() || !(at.object().get(name).orElse(new Json.Null()) instanceof Json.Num)) {
                at.addViolation(name, Detail.of("Expected a period and a number, for example \"2015\": 120."));
            } else {
                value.ifPresent(it -> path.put(period.get(), it));
            }
        });
        return path;
    }
}
