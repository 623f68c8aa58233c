package org.bitacora.application.indicator;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;

/**
 * How the observations of an indicator are computed.
 *
 * @param where the filter that activities must match
 * @param by the breakdown: up to two groupings
 * @param perInhabitants the number of inhabitants that the value refers to; empty for the absolute value
 */
public record ObservationOptions(Filter where, List<Grouping> by, Optional<Long> perInhabitants) {

    public ObservationOptions {
        by = List.copyOf(by);
    }

    /** Returns options for absolute values of all activities, broken down by the groupings. */
    public static ObservationOptions brokenDownBy(List<Grouping> by) {
        return new ObservationOptions(Filter.EVERYTHING, by, Optional.empty());
    }
}
