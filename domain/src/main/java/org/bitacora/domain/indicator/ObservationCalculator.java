package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bitacora.domain.activity.Category;
import org.bitacora.domain.indicator.Observation.Breakdown;
import org.bitacora.domain.indicator.Observation.BreakdownPart;

/** Computes observations from measure results. A ratio is recomputed at every level; it is never added or averaged. */
public final class ObservationCalculator {

    private final Period period;
    private final List<Grouping> by;

    /** Creates a calculator for a period and groupings. Without groupings there is no breakdown. */
    public ObservationCalculator(Period period, List<Grouping> by) {
        this.period = period;
        this.by = List.copyOf(by);
    }

    /** The observation of one measure. */
    public Observation calculate(MeasureResult measureResult) {
        var sum = measureResult.parts().values().stream()
                .map(Value::number)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return observation(measureResult, Optional.of(sum));
    }

    /** The observation of a ratio of two measures, multiplied by the scale. */
    public Observation calculateRatio(MeasureResult numerator, MeasureResult denominator, BigDecimal scale) {
        var members = new TreeSet<>(ORDER);
        members.addAll(numerator.parts().keySet());
        members.addAll(denominator.parts().keySet());
        Map<List<String>, Value> parts = new HashMap<>();
        members.forEach(
                member -> parts.put(member, Value.ratio(part(numerator, member), part(denominator, member), scale)));
        var whole = Value.ratio(numerator.overall(), denominator.overall(), scale);
        var measureResult = new MeasureResult(
                whole,
                Math.max(numerator.unplaced(), denominator.unplaced()),
                Math.max(numerator.inSeveral(), denominator.inSeveral()),
                Math.max(numerator.inNone(), denominator.inNone()),
                parts);
        return observation(measureResult, Optional.empty());
    }

    /**
     * The value of a part that is missing from a measure result: zero, or the reason why the measure cannot be broken
     * down.
     */
    private static Value part(MeasureResult measureResult, List<String> members) {
        var part = measureResult.parts().get(members);
        if (part != null) {
            return part;
        }
        return measureResult
                .overall()
                .reason()
                .map(it -> Value.unavailable(it, measureResult.overall().missingSeries()))
                .orElse(Value.ZERO);
    }

    private Observation observation(MeasureResult measureResult, Optional<BigDecimal> sum) {
        return new Observation(
                period,
                measureResult.overall(),
                measureResult.unplaced(),
                by.isEmpty() ? Optional.empty() : Optional.of(breakdown(measureResult, sum)));
    }

    private Breakdown breakdown(MeasureResult measureResult, Optional<BigDecimal> sum) {
        var values = new HashMap<>(measureResult.parts());
        allPeriods().forEach(time -> values.putIfAbsent(List.of(time), zeroOr(measureResult.overall())));
        var parts = new ArrayList<BreakdownPart>();
        values.entrySet().stream()
                .sorted(order())
                .forEach(it -> parts.add(new BreakdownPart(
                        it.getKey(), it.getValue(), share(it.getValue(), measureResult.overall(), sum))));
        boolean dated = by.stream().anyMatch(Grouping.TimeGrouping.class::isInstance);
        return new Breakdown(
                by,
                measureResult.overall(),
                sum,
                measureResult.inSeveral(),
                dated ? 0 : measureResult.inNone(),
                dated ? measureResult.inNone() : 0,
                parts);
    }

    private static Value zeroOr(Value whole) {
        return whole.reason()
                .map(it -> Value.unavailable(it, whole.missingSeries()))
                .orElse(Value.ZERO);
    }

    /** A breakdown by time alone includes empty parts. */
    private List<String> allPeriods() {
        return by.size() == 1 && by.getFirst() instanceof Grouping.TimeGrouping(var grain)
                ? period.split(grain).stream().map(Period::name).toList()
                : List.of();
    }

    private static Optional<BigDecimal> share(Value part, Value whole, Optional<BigDecimal> sum) {
        return sum.flatMap(_ -> whole.number()).filter(it -> it.signum() != 0).flatMap(total -> part.number()
                .map(it -> it.divide(total, 4, RoundingMode.HALF_UP)));
    }

    private static final Comparator<List<String>> ORDER = (one, other) -> {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    /** Categories are in the order of Bahía's table, periods in chronological order, all others by descending value. */
    private Comparator<Map.Entry<List<String>, Value>> order() {
        Comparator<Map.Entry<List<String>, Value>> byName = Map.Entry.comparingByKey(ORDER);
        if (by.getFirst() instanceof Grouping.TimeGrouping) {
            return byName;
        }
        if (by.getFirst().equals(new Grouping.FieldGrouping(FilterField.CATEGORY))) {
            return Comparator.<Map.Entry<List<String>, Value>, Category>comparing(
                            it -> Category.of(it.getKey().getFirst()).orElse(Category.EVENT_HOSTED))
                    .thenComparing(byName);
        }
        return Comparator.<Map.Entry<List<String>, Value>, BigDecimal>comparing(
                        it -> it.getValue().number().orElse(BigDecimal.ONE.negate()), Comparator.reverseOrder())
                .thenComparing(byName);
    }
}
