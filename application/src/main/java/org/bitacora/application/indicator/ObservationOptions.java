package org.bitacora.application.indicator;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;

/**
 * How the observations of an indicator are computed.
 *
 * @param where of which activities alone
 * @param by broken down by what: nothing, one grouping or two
 * @param perInhabitants for so many inhabitants; empty for the value itself
 */
public record ObservationOptions(Filter where, List<Grouping> by, Optional<Long> perInhabitants) {

    public ObservationOptions {
        by = List.copyOf(by);
    }

    /** The value itself, of all activities. */
    public static ObservationOptions brokenDownBy(List<Grouping> by) {
        return new ObservationOptions(Filter.EVERYTHING, by, Optional.empty());
    }
}
