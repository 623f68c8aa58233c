/** Actors over HTTP: registered, merged, and on a map. */
@NullMarked
package org.bitacora.api.actor;

import org.jspecify.annotations.NullMarked;
