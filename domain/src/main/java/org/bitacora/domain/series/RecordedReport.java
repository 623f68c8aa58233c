package org.bitacora.domain.series;

import java.time.Instant;
import java.util.Comparator;
import org.bitacora.domain.activity.EventKey;

/** A report, when it was stated, and by which event. */
public record RecordedReport(EventKey key, Instant statedAt, ReportedValue report) {

    /** The last of several for one period holds, whatever the order in which they were delivered. */
    public static final Comparator<RecordedReport> PRECEDENCE = Comparator.comparingLong(
                    (RecordedReport it) -> it.report().revision())
            .thenComparing(RecordedReport::statedAt)
            .thenComparing(RecordedReport::key);
}
