package org.bitacora.projections.indicator;

import java.util.List;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Period;

/**
 * A query for observations of one indicator.
 *
 * @param definition the indicator
 * @param periods the periods of the observations
 * @param where an additional filter on the activities
 * @param by the groupings of the breakdown: none, one or two
 */
public record ObservationQuery(Definition definition, List<Period> periods, Filter where, List<Grouping> by) {
    public ObservationQuery {
        periods = List.copyOf(periods);
        by = List.copyOf(by);
    }
}
