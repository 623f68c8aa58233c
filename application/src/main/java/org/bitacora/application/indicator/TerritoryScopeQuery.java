package org.bitacora.application.indicator;

import org.bitacora.application.territory.AsOfQuery;

/**
 * The territories and the moment of a query.
 *
 * @param territory the code of the territory
 * @param rollup whether the members of the territory are included
 * @param asOf the moment as of which the territories are observed
 */
public record TerritoryScopeQuery(String territory, boolean rollup, AsOfQuery asOf) {

    /** The query for a territory alone, without its members. */
    public static TerritoryScopeQuery withoutMembers(String territory, AsOfQuery asOf) {
        return new TerritoryScopeQuery(territory, false, asOf);
    }
}
