package org.bitacora.application.indicator;

import org.bitacora.application.territory.PeriodQuery;

/**
 * What is asked of the observations of one indicator.
 *
 * @param indicator its code
 * @param version which versions of its definition
 * @param scope of whom, and as known when
 * @param period in which periods
 * @param options how the observations are computed
 */
public record IndicatorQuery(
        String indicator, VersionQuery version, ScopeQuery scope, PeriodQuery period, ObservationOptions options) {}
