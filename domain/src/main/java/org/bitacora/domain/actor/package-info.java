/** Actors of the international life of a territory, their merges, and the actor map. */
@NullMarked
package org.bitacora.domain.actor;

import org.jspecify.annotations.NullMarked;
