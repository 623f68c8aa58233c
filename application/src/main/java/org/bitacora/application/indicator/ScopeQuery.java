package org.bitacora.application.indicator;

import org.bitacora.application.territory.AsOfQuery;

/**
 * Of whom observations are asked, and as known when.
 *
 * @param territory the code of the territory
 * @param rollup whether its members are observed with it
 * @param asOf the moment
 */
public record ScopeQuery(String territory, boolean rollup, AsOfQuery asOf) {}
