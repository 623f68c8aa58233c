package org.bitacora.domain.series;

import java.time.Instant;
import java.util.Comparator;
import org.bitacora.domain.activity.EventKey;

/** A reported value with the key and the time of the event that stated it. */
public record RecordedReport(EventKey key, Instant statedAt, ReportedValue report) {

    /** Orders reports of the same period so that the greatest one applies, regardless of the order of delivery. */
    public static final Comparator<RecordedReport> PRECEDENCE = Comparator.comparingLong(
                    (RecordedReport it) -> it.report().revision())
            .thenComparing(RecordedReport::statedAt)
            .thenComparing(RecordedReport::key);
}
