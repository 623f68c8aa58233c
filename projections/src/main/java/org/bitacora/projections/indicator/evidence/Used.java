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
import org.bitacora.domain.indicator.OverTime;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.series.Report;
import org.bitacora.domain.series.Reports;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.indicator.query.SeriesReports;

/** A report that a value is made of, and what it adds. */
record Used(String territory, SeriesReports.Source source, BigDecimal effect) {
    Contribution contribution(Measure.Reported measure, int side, Map<String, Entry> entries) {
        return new Contribution(
                territory,
                measure.series(),
                source.report().period().name(),
                Optional.empty(),
                side == 0 ? Optional.of(effect) : Optional.empty(),
                side == 1 ? Optional.of(effect) : Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(entries.get(place())).stream().toList());
    }

    String place() {
        return territory + "/" + source.position();
    }

    /** Those of a territory in a period; the last takes what is left by division, so that they add up exactly. */
    static List<Used> of(
            Measure.Reported measure, Period period, String territory, List<SeriesReports.Source> sources) {
        Map<Report, SeriesReports.Source> byReport = new HashMap<>();
        sources.forEach(it -> byReport.put(it.report(), it));
        var made = new Reports(measure, List.copyOf(byReport.keySet()));
        var reports = made.used(period);
        var left = made.in(period).number().orElse(BigDecimal.ZERO);
        var used = new ArrayList<Used>();
        for (var report : reports) {
            boolean last = used.size() == reports.size() - 1;
            var effect = last ? left : share(measure, report, reports.size());
            left = left.subtract(effect);
            used.add(new Used(territory, Objects.requireNonNull(byReport.get(report)), effect));
        }
        return made.in(period).number().isPresent() ? used : List.of();
    }

    private static BigDecimal share(Measure.Reported measure, Report report, int of) {
        var value = report.value().orElseThrow();
        return measure.over() == OverTime.MEAN ? value.divide(BigDecimal.valueOf(of), MathContext.DECIMAL64) : value;
    }
}
