/** Who takes part in a city's international life, and the map of them. */
@NullMarked
package org.bitacora.domain.actor;

import org.jspecify.annotations.NullMarked;
