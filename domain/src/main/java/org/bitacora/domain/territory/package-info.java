/** Who keeps a log: cities, metropolitan areas, provinces, states, regions, countries and networks. */
@NullMarked
package org.bitacora.domain.territory;

import org.jspecify.annotations.NullMarked;
