package org.bitacora.projections.indicator.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.TimeAggregation;
import org.bitacora.domain.series.ReportedValue;

/** Computes values and exchange rates from reports for {@link ReferenceCalculator}. */
final class ReferenceSeries {

    private final Map<String, List<ReportedValue>> reports;

    ReferenceSeries(Map<String, List<ReportedValue>> reports) {
        this.reports = reports;
    }

    /** Returns the value of a series in a period. */
    ReferenceValue reported(Measure.ReportedSeries measure, Period period) {
        var known = reports.getOrDefault(measure.series(), List.of()).stream()
                .filter(it -> it.value().isPresent())
                .toList();
        var used = new ArrayList<ReportedValue>();
        known.stream()
                .filter(it -> it.period().first().equals(period.first())
                        && it.period().last().equals(period.last()))
                .forEach(used::add);
        if (used.isEmpty() && measure.aggregation() != TimeAggregation.NONE) {
            used.addAll(longest(known, period));
        }
        if (used.isEmpty()) {
            return ReferenceValue.unknown("not-reported", Set.of(measure.series()));
        }
        boolean complete = used.stream().mapToLong(it -> it.period().days()).sum() == period.days();
        if (measure.aggregation() == TimeAggregation.LAST) {
            used.sort((a, b) -> a.period().first().compareTo(b.period().first()));
            used.subList(0, used.size() - 1).clear();
            complete = true;
        }
        boolean money = measure.unit().equals(Measure.MONEY);
        if (used.stream().map(ReportedValue::unit).distinct().count() > 1
                || (!money && !used.getFirst().unit().equals(measure.unit()))) {
            return ReferenceValue.unknown("other-unit", Set.of(measure.series()));
        }
        var sum = used.stream().map(it -> it.value().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var number = measure.aggregation() == TimeAggregation.MEAN
                ? sum.divide(BigDecimal.valueOf(used.size()), MathContext.DECIMAL64)
                : sum;
        return new ReferenceValue(
                Optional.of(number),
                Optional.empty(),
                complete ? Set.of() : Set.of(measure.series()),
                Map.of(),
                0,
                0,
                0,
                Optional.of(used.getFirst().unit()).filter(_ -> money));
    }

    /** Returns reports within a period that do not overlap, longest periods first. */
    private static List<ReportedValue> longest(List<ReportedValue> known, Period period) {
        var used = new ArrayList<ReportedValue>();
        var sorted = new ArrayList<>(known);
        sorted.sort((a, b) -> Long.compare(b.period().days(), a.period().days()));
        for (var reportedValue : sorted) {
            boolean isInside = !reportedValue.period().first().isBefore(period.first())
                    && !reportedValue.period().last().isAfter(period.last());
            boolean isDisjoint = used.stream()
                    .allMatch(it ->
                            it.period().last().isBefore(reportedValue.period().first())
                                    || it.period()
                                            .first()
                                            .isAfter(reportedValue.period().last()));
            if (isInside && isDisjoint) {
                used.add(reportedValue);
            }
        }
        return used;
    }

    /** Returns the exchange rate on a date: the rate with the shortest period that contains the date. */
    Optional<BigDecimal> rate(String from, String to, EffectiveDate on) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<ReportedValue> best = Optional.empty();
        boolean inverse = false;
        for (var reportedValue : reports.getOrDefault("exchange-rate." + from + "." + to, List.of())) {
            if (covers(reportedValue, on)
                    && best.filter(it ->
                                    it.period().days() <= reportedValue.period().days())
                            .isEmpty()) {
                best = Optional.of(reportedValue);
            }
        }
        for (var reportedValue : reports.getOrDefault("exchange-rate." + to + "." + from, List.of())) {
            if (covers(reportedValue, on)
                    && best.filter(it ->
                                    it.period().days() <= reportedValue.period().days())
                            .isEmpty()) {
                best = Optional.of(reportedValue);
                inverse = true;
            }
        }
        boolean isInverse = inverse;
        return best.flatMap(ReportedValue::value)
                .map(it -> isInverse ? BigDecimal.ONE.divide(it, 20, RoundingMode.HALF_UP) : it);
    }

    private static boolean covers(ReportedValue rate, EffectiveDate on) {
        return rate.value().filter(it -> it.signum() > 0).isPresent()
                && !on.earliest().isBefore(rate.period().first())
                && !on.latest().isAfter(rate.period().last());
    }
}
