package org.bitacora.projections.indicator;

import java.util.List;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Period;

/**
 * What is asked of the figures.
 *
 * @param definition which indicator
 * @param periods in which periods
 * @param where only activities that this filter means, too
 * @param by broken down by what: nothing, one grouping or two
 */
public record ObservationQuery(Definition definition, List<Period> periods, Filter where, List<Grouping> by) {
    public ObservationQuery {
        periods = List.copyOf(periods);
        by = List.copyOf(by);
    }
}
