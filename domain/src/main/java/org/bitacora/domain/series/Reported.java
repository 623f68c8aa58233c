package org.bitacora.domain.series;

import java.time.Instant;
import java.util.Comparator;
import org.bitacora.domain.activity.EventKey;

/** A report, when it was stated, and by which event. */
public record Reported(EventKey key, Instant at, Report report) {

    /** The last of several for one period holds, whatever the order in which they were delivered. */
    public static final Comparator<Reported> PRECEDENCE = Comparator.comparingLong(
                    (Reported it) -> it.report().revision())
            .thenComparing(Reported::at)
            .thenComparing(Reported::key);
}
