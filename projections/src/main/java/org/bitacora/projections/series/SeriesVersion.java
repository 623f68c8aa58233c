package org.bitacora.projections.series;

import java.time.Instant;
import java.util.OptionalLong;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.series.ReportedValue;

/**
 * What was held to be the value of a series in a period, and the positions between which it was.
 *
 * @param territory whose
 * @param series which
 * @param report the report that held
 * @param key the event that reported it
 * @param knownFrom the position that made it so
 * @param knownTo the position that ended it; empty where it is current
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
