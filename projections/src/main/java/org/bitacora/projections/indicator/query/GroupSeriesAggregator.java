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
import org.bitacora.projections.indicator.Scope;

/**
 * What a group of territories reported. What the one that the group is of reported for itself holds; else what adds up
 * over time, or is a last value, adds up over its members, where all of them reported; a mean says nothing of a group.
 */
public final class GroupSeriesAggregator {

    private final Measure.ReportedSeries measure;
    private final String group;
    private final List<String> territories;
    private final Map<String, List<ReportRepository.ReportSource>> sources;

    public GroupSeriesAggregator(
            Measure.ReportedSeries measure,
            String group,
            Scope scope,
            Map<String, List<ReportRepository.ReportSource>> sources) {
        this.measure = measure;
        this.group = group;
        this.territories = scope.places().stream()
                .filter(it -> it.group().equals(group))
                .map(Scope.ScopeTerritory::territory)
                .toList();
        this.sources = sources;
    }

    public Value valueIn(Period period) {
        var speakers = reportingTerritories(period);
        return speakers.size() == 1
                ? reportsOf(speakers.getFirst()).valueFor(period)
                : measure.aggregation() == TimeAggregation.MEAN
                        ? Value.unavailable(MissingValueReason.NOT_REPORTED, Set.of(measure.series()))
                        : Value.sum(speakers.stream()
                                .map(it -> reportsOf(it).valueFor(period))
                                .toList());
    }

    /** Those whose reports make the value. */
    public List<String> reportingTerritories(Period period) {
        var members = territories.stream().filter(it -> !it.equals(group)).toList();
        return members.isEmpty()
                        || !reportsOf(group).contributingReports(period).isEmpty()
                ? List.of(group)
                : members;
    }

    /** What one of them reported. */
    SeriesAggregator reportsOf(String territory) {
        return new SeriesAggregator(
                measure,
                sources.getOrDefault(territory, List.of()).stream()
                        .map(ReportRepository.ReportSource::report)
                        .toList());
    }
}
