package org.bitacora.projections.indicator.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.TimeAggregation;
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.domain.series.SeriesAggregator;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.indicator.query.ReportRepository;

/** A report that contributes to a value, and its effect. */
record ContributingReport(String territory, ReportRepository.ReportSource source, BigDecimal effect) {
    Contribution contribution(Measure.ReportedSeries measure, int side, Map<String, Entry> entries) {
        return new Contribution(
                territory,
                measure.series(),
                source.report().period().name(),
                Optional.empty(),
                side == 0 ? Optional.of(effect) : Optional.empty(),
                side == 1 ? Optional.of(effect) : Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(entries.get(entryKey())).stream().toList());
    }

    String entryKey() {
        return territory + "/" + source.position();
    }

    /**
     * Returns the reports of a territory that contribute to a value in a period. The last one receives the remainder of the
     * division, so that the effects add up exactly.
     */
    static List<ContributingReport> contributingReports(
            Measure.ReportedSeries measure,
            Period period,
            String territory,
            List<ReportRepository.ReportSource> sources) {
        Map<ReportedValue, ReportRepository.ReportSource> byReport = new HashMap<>();
        sources.forEach(it -> byReport.put(it.report(), it));
        var aggregator = new SeriesAggregator(measure, List.copyOf(byReport.keySet()));
        var reports = aggregator.contributingReports(period);
        var remainder = aggregator.valueFor(period).number().orElse(BigDecimal.ZERO);
        var contributing = new ArrayList<ContributingReport>();
        for (var reportedValue : reports) {
            boolean last = contributing.size() == reports.size() - 1;
            var effect = last ? remainder : share(measure, reportedValue, reports.size());
            remainder = remainder.subtract(effect);
            contributing.add(
                    new ContributingReport(territory, Objects.requireNonNull(byReport.get(reportedValue)), effect));
        }
        return aggregator.valueFor(period).number().isPresent() ? contributing : List.of();
    }

    private static BigDecimal share(Measure.ReportedSeries measure, ReportedValue reportedValue, int count) {
        var value = reportedValue.value().orElseThrow();
        return measure.aggregation() == TimeAggregation.MEAN
                ? value.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)
                : value;
    }
}
