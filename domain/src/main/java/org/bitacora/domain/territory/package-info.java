/** Who keeps a log: cities, metropolitan areas, provinces, states, regions, countries and networks; and which countries there are. */
@NullMarked
package org.bitacora.domain.territory;

import org.jspecify.annotations.NullMarked;
