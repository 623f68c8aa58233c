package org.bitacora.domain.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bitacora.domain.activity.Currencies;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.TimeAggregation;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.indicator.Value.MissingValueReason;

/**
 * Computes the value of a series in a period from its reports. A report for exactly this period applies. Otherwise the
 * reports for parts of the period, the longest first, are aggregated over time. A missing value is not zero: parts
 * without a report make a sum or a mean incomplete.
 */
public final class SeriesAggregator {

    private static final Comparator<ReportedValue> LONGEST_FIRST =
            Comparator.comparingLong((ReportedValue it) -> it.period().days()).reversed();

    private final Measure.ReportedSeries measure;
    private final List<ReportedValue> reports;

    /**
     * Creates the aggregator for the reports of the measure's series, at most one for each period. Retracted reports
     * are ignored.
     */
    public SeriesAggregator(Measure.ReportedSeries measure, List<ReportedValue> reports) {
        this.measure = measure;
        this.reports = reports.stream().filter(it -> it.value().isPresent()).toList();
    }

    /** The value in a period. */
    public Value valueFor(Period period) {
        var used = contributingReports(period);
        if (used.isEmpty()) {
            return Value.unavailable(MissingValueReason.NOT_REPORTED, Set.of(measure.series()));
        }
        if (used.stream().anyMatch(it -> !hasUnit(it.unit()))
                || used.stream().map(ReportedValue::unit).distinct().count() > 1) {
            return Value.unavailable(MissingValueReason.OTHER_UNIT, Set.of(measure.series()));
        }
        var number = Value.of(number(used));
        var value = measure.unit().equals(Measure.MONEY)
                ? number.withUnit(used.getFirst().unit())
                : number;
        var whole = isCovered(period, used) ? value : value.withMissingSeries(Set.of(measure.series()));
        return used.stream().anyMatch(ReportedValue::isProvisional) ? whole.asProvisional() : whole;
    }

    /** The reports from which the value of a period is computed, in chronological order. */
    public List<ReportedValue> contributingReports(Period period) {
        var exact = reports.stream().filter(it -> isSame(it.period(), period)).findFirst();
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        if (measure.aggregation() == TimeAggregation.NONE) {
            return List.of();
        }
        var parts = parts(period);
        return measure.aggregation() == TimeAggregation.LAST && !parts.isEmpty() ? List.of(parts.getLast()) : parts;
    }

    private List<ReportedValue> parts(Period period) {
        var parts = new ArrayList<ReportedValue>();
        reports.stream()
                .filter(it -> period.contains(it.period()))
                .sorted(LONGEST_FIRST)
                .filter(it -> parts.stream().noneMatch(other -> overlap(it.period(), other.period())))
                .forEach(parts::add);
        parts.sort(Comparator.comparing(it -> it.period().first()));
        return parts;
    }

    private BigDecimal number(List<ReportedValue> used) {
        var sum = used.stream().map(it -> it.value().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return measure.aggregation() == TimeAggregation.MEAN
                ? sum.divide(BigDecimal.valueOf(used.size()), MathContext.DECIMAL64)
                : sum;
    }

    private boolean hasUnit(String unit) {
        return measure.unit().equals(unit) || (measure.unit().equals(Measure.MONEY) && Currencies.exists(unit));
    }

    private boolean isCovered(Period period, List<ReportedValue> used) {
        return measure.aggregation() == TimeAggregation.LAST
                || used.stream().mapToLong(it -> it.period().days()).sum() == period.days();
    }

    private static boolean isSame(Period one, Period other) {
        return one.first().equals(other.first()) && one.last().equals(other.last());
    }

    private static boolean overlap(Period one, Period other) {
        LocalDate first = one.first().isAfter(other.first()) ? one.first() : other.first();
        LocalDate last = one.last().isBefore(other.last()) ? one.last() : other.last();
        return !first.isAfter(last);
    }
}
