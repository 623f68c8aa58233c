package org.bitacora.projections.indicator.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.TimeAggregation;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.indicator.Value.MissingValueReason;
import org.bitacora.domain.series.SeriesAggregator;
import org.bitacora.projections.indicator.TerritoryScope;

/**
 * Aggregates the reports of a group of territories. Reports of the group's own territory take precedence. Otherwise the
 * values of the members are added, if all of them reported; this applies to series that are summed over time or take the
 * last value. A mean over time is not available for a group.
 */
public final class GroupSeriesAggregator {

    private final Measure.ReportedSeries measure;
    private final String group;
    private final List<String> territories;
    private final Map<String, List<ReportRepository.ReportSource>> sources;

    public GroupSeriesAggregator(
            Measure.ReportedSeries measure,
            String group,
            TerritoryScope scope,
            Map<String, List<ReportRepository.ReportSource>> sources) {
        this.measure = measure;
        this.group = group;
        this.territories = scope.places().stream()
                .filter(it -> it.group().equals(group))
                .map(TerritoryScope.ScopeTerritory::territory)
                .toList();
        this.sources = sources;
    }

    public Value valueIn(Period period) {
        var reporting = reportingTerritories(period);
        return reporting.size() == 1
                ? reportsOf(reporting.getFirst()).valueFor(period)
                : measure.aggregation() == TimeAggregation.MEAN
                        ? Value.unavailable(MissingValueReason.NOT_REPORTED, Set.of(measure.series()))
                        : Value.sum(reporting.stream()
                                .map(it -> reportsOf(it).valueFor(period))
                                .toList());
    }

    /** Returns the territories whose reports make up the value. */
    public List<String> reportingTerritories(Period period) {
        var members = territories.stream().filter(it -> !it.equals(group)).toList();
        return members.isEmpty()
                        || !reportsOf(group).contributingReports(period).isEmpty()
                ? List.of(group)
                : members;
    }

    /** Returns the aggregated reports of one territory. */
    SeriesAggregator reportsOf(String territory) {
        return new SeriesAggregator(
                measure,
                sources.getOrDefault(territory, List.of()).stream()
                        .map(ReportRepository.ReportSource::report)
                        .toList());
    }
}
