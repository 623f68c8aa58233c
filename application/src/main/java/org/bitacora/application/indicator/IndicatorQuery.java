package org.bitacora.application.indicator;

import org.bitacora.application.territory.PeriodQuery;

/**
 * A query for the observations of one indicator.
 *
 * @param indicator the code of the indicator
 * @param version the selected versions of its definition
 * @param scope the territories, and the moment as of which they are observed
 * @param period the periods
 * @param options how the observations are computed
 */
public record IndicatorQuery(
        String indicator,
        VersionQuery version,
        TerritoryScopeQuery scope,
        PeriodQuery period,
        ObservationOptions options) {}
