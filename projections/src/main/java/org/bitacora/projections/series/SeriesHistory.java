package org.bitacora.projections.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bitacora.domain.series.Report;
import org.bitacora.domain.series.Reported;
import org.bitacora.eventlog.Entry;

/** Follows the reports of one series: a version for every position that changes what holds for a period. */
public final class SeriesHistory {

    private final String territory;
    private final String series;
    private final Map<Days, Reported> holding = new HashMap<>();
    private final Map<Days, Integer> made = new HashMap<>();
    private final List<SeriesVersion> versions = new ArrayList<>();
    private final List<SeriesVersion> following = new ArrayList<>();

    private record Days(LocalDate first, LocalDate last) {
        static Days of(Report report) {
            return new Days(report.period().first(), report.period().last());
        }
    }

    /** A series of which nothing is known yet. */
    public SeriesHistory(String territory, String series) {
        this.territory = territory;
        this.series = series;
    }

    /** A report whose version exists already. */
    public void recall(Reported reported) {
        holding.merge(Days.of(reported.report()), reported, SeriesHistory::later);
    }

    /** A report that is new: makes a version where it holds from now on. */
    public void follow(Entry entry, Reported reported) {
        var days = Days.of(reported.report());
        var before = holding.get(days);
        if (before != null && later(before, reported).equals(before)) {
            return;
        }
        holding.put(days, reported);
        var version = new SeriesVersion(
                territory,
                series,
                reported.report(),
                reported.key(),
                entry.position(),
                OptionalLong.empty(),
                entry.recordedAt());
        var earlier = made.put(days, versions.size());
        if (earlier != null) {
            versions.set(earlier, versions.get(earlier).until(entry.position()));
        } else if (before != null) {
            following.add(version);
        }
        versions.add(version);
    }

    private static Reported later(Reported one, Reported other) {
        return Reported.PRECEDENCE.compare(one, other) >= 0 ? one : other;
    }

    /** The versions that were made, in their order. */
    public List<SeriesVersion> made() {
        return List.copyOf(versions);
    }

    /** Those among them that end one that is written already. */
    public List<SeriesVersion> following() {
        return List.copyOf(following);
    }
}
