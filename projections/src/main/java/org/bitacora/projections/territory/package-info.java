/** Territories as they are registered. */
@NullMarked
package org.bitacora.projections.territory;

import org.jspecify.annotations.NullMarked;
