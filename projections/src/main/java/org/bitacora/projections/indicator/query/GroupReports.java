package org.bitacora.projections.indicator.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.OverTime;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.indicator.Value.Reason;
import org.bitacora.domain.series.Reports;
import org.bitacora.projections.indicator.Scope;

/**
 * What a group of territories reported. What the one that the group is of reported for itself holds; else what adds up
 * over time, or is a last value, adds up over its members, where all of them reported; a mean says nothing of a group.
 */
public final class GroupReports {

    private final Measure.Reported measure;
    private final String group;
    private final List<String> territories;
    private final Map<String, List<SeriesReports.Source>> sources;

    public GroupReports(
            Measure.Reported measure, String group, Scope scope, Map<String, List<SeriesReports.Source>> sources) {
        this.measure = measure;
        this.group = group;
        this.territories = scope.places().stream()
                .filter(it -> it.group().equals(group))
                .map(Scope.Place::territory)
                .toList();
        this.sources = sources;
    }

    public Value in(Period period) {
        var speakers = speakers(period);
        return speakers.size() == 1
                ? reports(speakers.getFirst()).in(period)
                : measure.over() == OverTime.MEAN
                        ? Value.none(Reason.NOT_REPORTED, Set.of(measure.series()))
                        : Value.sum(speakers.stream()
                                .map(it -> reports(it).in(period))
                                .toList());
    }

    /** Those whose reports make the value. */
    public List<String> speakers(Period period) {
        var members = territories.stream().filter(it -> !it.equals(group)).toList();
        return members.isEmpty() || !reports(group).used(period).isEmpty() ? List.of(group) : members;
    }

    /** What one of them reported. */
    Reports reports(String territory) {
        return new Reports(
                measure,
                sources.getOrDefault(territory, List.of()).stream()
                        .map(SeriesReports.Source::report)
                        .toList());
    }
}
