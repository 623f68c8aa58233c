/** Actors and the actor map over HTTP. */
@NullMarked
package org.bitacora.api.actor;

import org.jspecify.annotations.NullMarked;
