/** Versions of actors, and the activities they took part in. */
@NullMarked
package org.bitacora.projections.actor;

import org.jspecify.annotations.NullMarked;
