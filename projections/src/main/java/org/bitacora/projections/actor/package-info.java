/** The versions of actors, and in what they took part. */
@NullMarked
package org.bitacora.projections.actor;

import org.jspecify.annotations.NullMarked;
