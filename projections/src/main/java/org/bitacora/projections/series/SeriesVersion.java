package org.bitacora.projections.series;

import java.time.Instant;
import java.util.OptionalLong;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.series.ReportedValue;

/**
 * A version of a series' reported value for a period, and the log positions between which it was the latest knowledge.
 *
 * @param territory the territory that reported the value
 * @param series the code of the series
 * @param report the report in effect
 * @param key the source and id of the event that reported it
 * @param knownFrom the position of the entry that started this version
 * @param knownTo the position of the entry that ended this version; empty if the version is current
 * @param recordedAt when the entry at {@code knownFrom} was recorded
 */
public record SeriesVersion(
        String territory,
        String series,
        ReportedValue report,
        EventKey key,
        long knownFrom,
        OptionalLong knownTo,
        Instant recordedAt) {

    SeriesVersion endedAt(long position) {
        return new SeriesVersion(territory, series, report, key, knownFrom, OptionalLong.of(position), recordedAt);
    }
}
