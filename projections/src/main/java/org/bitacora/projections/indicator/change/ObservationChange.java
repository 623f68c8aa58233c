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
 * @param definition of which indicator, as defined now
 * @param period in which year or month
 * @param before what it was; empty where the period was out of all that was known
 * @param after what it is
 * @param status how far what it is can be relied on
 * @param unplaced how many activities may or may not belong to the period, as it is
 * @param events what moved it, in the order of the log; none where its period has merely come in sight
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
