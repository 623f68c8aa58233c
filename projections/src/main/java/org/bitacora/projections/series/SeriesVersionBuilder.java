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

/** Follows the reports of one series: a version for every position that changes what holds for a period. */
public final class SeriesVersionBuilder {

    private final String territory;
    private final String series;
    private final Map<PeriodKey, RecordedReport> holding = new HashMap<>();
    private final Map<PeriodKey, Integer> made = new HashMap<>();
    private final List<SeriesVersion> versions = new ArrayList<>();
    private final List<SeriesVersion> following = new ArrayList<>();

    private record PeriodKey(LocalDate first, LocalDate last) {
        static PeriodKey of(ReportedValue reportedValue) {
            return new PeriodKey(
                    reportedValue.period().first(), reportedValue.period().last());
        }
    }

    /** A series of which nothing is known yet. */
    public SeriesVersionBuilder(String territory, String series) {
        this.territory = territory;
        this.series = series;
    }

    /** A report whose version exists already. */
    public void addRecorded(RecordedReport recordedReport) {
        holding.merge(PeriodKey.of(recordedReport.report()), recordedReport, SeriesVersionBuilder::later);
    }

    /** A report that is new: makes a version where it holds from now on. */
    public void addNew(Entry entry, RecordedReport recordedReport) {
        var periodKey = PeriodKey.of(recordedReport.report());
        var before = holding.get(periodKey);
        if (before != null && later(before, recordedReport).equals(before)) {
            return;
        }
        holding.put(periodKey, recordedReport);
        var version = new SeriesVersion(
                territory,
                series,
                recordedReport.report(),
                recordedReport.key(),
                entry.position(),
                OptionalLong.empty(),
                entry.recordedAt());
        var earlier = made.put(periodKey, versions.size());
        if (earlier != null) {
            versions.set(earlier, versions.get(earlier).endedAt(entry.position()));
        } else if (before != null) {
            following.add(version);
        }
        versions.add(version);
    }

    private static RecordedReport later(RecordedReport one, RecordedReport other) {
        return RecordedReport.PRECEDENCE.compare(one, other) >= 0 ? one : other;
    }

    /** The versions that were made, in their order. */
    public List<SeriesVersion> newVersions() {
        return List.copyOf(versions);
    }

    /** Those among them that end one that is written already. */
    public List<SeriesVersion> closingVersions() {
        return List.copyOf(following);
    }
}
