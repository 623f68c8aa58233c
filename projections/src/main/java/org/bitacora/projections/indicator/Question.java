package org.bitacora.projections.indicator;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Period;

/**
 * What is asked of the figures.
 *
 * @param territory of which territory
 * @param definition which indicator
 * @param periods in which periods
 * @param where only activities that this filter means, too
 * @param by broken down by what
 */
public record Question(
        String territory, Definition definition, List<Period> periods, Filter where, Optional<Grouping> by) {
    public Question {
        periods = List.copyOf(periods);
    }
}
