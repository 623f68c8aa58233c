package org.bitacora.projections.indicator.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;

/**
 * A change of an observation between two positions.
 *
 * @param definition the indicator, in its latest version
 * @param period a year or a month
 * @param before the observation at the earlier position; empty if the log then had no date in or beyond the period
 * @param after the observation at the later position
 * @param status the status of the later observation
 * @param unplaced the number of activities at the later position that may or may not belong to the period
 * @param events the log entries that caused the change, in order; empty if the period is only newly covered
 */
public record ObservationChange(
        Definition definition,
        Period period,
        Optional<Value> before,
        Value after,
        ObservationStatus status,
        long unplaced,
        List<EntrySummary> events) {
    public ObservationChange {
        events = List.copyOf(events);
    }

    /** Returns whether the change is more than a newly covered period without a value. */
    public boolean isSignificant() {
        return before.isPresent()
                || !events.isEmpty()
                || after.number().filter(it -> it.signum() != 0).isPresent();
    }

    ObservationChange withEvents(List<EntrySummary> others) {
        return new ObservationChange(definition, period, before, after, status, unplaced, others);
    }

    /** The attributes of a log entry, without its data. */
    public record EntrySummary(long position, Instant recordedAt, EventKey key, String type, String subject) {}
}
