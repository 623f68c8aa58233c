package org.bitacora.application.strategy;

import java.util.Optional;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.application.territory.PeriodQuery;

/**
 * A query for a scorecard.
 *
 * @param territory the code of the territory
 * @param strategy the code of the strategy
 * @param period one period, or the years of a plan
 * @param asOf the moment as of which the scorecard is computed
 * @param definitionsAsOf the position as of which definitions of indicators apply, which only publications set; empty
 *     for the latest
 */
public record ScorecardQuery(
        String territory, String strategy, PeriodQuery period, AsOfQuery asOf, Optional<Long> definitionsAsOf) {

    /** Creates a query that uses the latest definitions. */
    public ScorecardQuery(String territory, String strategy, PeriodQuery period, AsOfQuery asOf) {
        this(territory, strategy, period, asOf, Optional.empty());
    }
}
