package org.bitacora.projections.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bitacora.domain.series.RecordedReport;
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.eventlog.Entry;

/** Folds the reports of one series: adds a version for every position that changes the report in effect for a period. */
public final class SeriesVersionBuilder {

    private final String territory;
    private final String series;
    private final Map<PeriodKey, RecordedReport> inEffect = new HashMap<>();
    private final Map<PeriodKey, Integer> newestIndexes = new HashMap<>();
    private final List<SeriesVersion> versions = new ArrayList<>();
    private final List<SeriesVersion> closing = new ArrayList<>();

    private record PeriodKey(LocalDate first, LocalDate last) {
        static PeriodKey of(ReportedValue reportedValue) {
            return new PeriodKey(
                    reportedValue.period().first(), reportedValue.period().last());
        }
    }

    /** Creates a builder for a series without reports. */
    public SeriesVersionBuilder(String territory, String series) {
        this.territory = territory;
        this.series = series;
    }

    /** Adds a report that has been projected before: its version is already stored. */
    public void addRecorded(RecordedReport recordedReport) {
        inEffect.merge(PeriodKey.of(recordedReport.report()), recordedReport, SeriesVersionBuilder::later);
    }

    /** Adds a report that has not been projected: adds a version if the report takes precedence over the one in effect. */
    public void addNew(Entry entry, RecordedReport recordedReport) {
        var periodKey = PeriodKey.of(recordedReport.report());
        var before = inEffect.get(periodKey);
        if (before != null && later(before, recordedReport).equals(before)) {
            return;
        }
        inEffect.put(periodKey, recordedReport);
        var version = new SeriesVersion(
                territory,
                series,
                recordedReport.report(),
                recordedReport.key(),
                entry.position(),
                OptionalLong.empty(),
                entry.recordedAt());
        var earlier = newestIndexes.put(periodKey, versions.size());
        if (earlier != null) {
            versions.set(earlier, versions.get(earlier).endedAt(entry.position()));
        } else if (before != null) {
            closing.add(version);
        }
        versions.add(version);
    }

    private static RecordedReport later(RecordedReport one, RecordedReport other) {
        return RecordedReport.PRECEDENCE.compare(one, other) >= 0 ? one : other;
    }

    /** Returns the added versions, in log order. */
    public List<SeriesVersion> newVersions() {
        return List.copyOf(versions);
    }

    /** Returns the added versions that end a version that is already stored. */
    public List<SeriesVersion> closingVersions() {
        return List.copyOf(closing);
    }
}
