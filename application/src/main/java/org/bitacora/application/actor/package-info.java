/** Use cases on actors: register, merge, and the actor map. */
@NullMarked
package org.bitacora.application.actor;

import org.jspecify.annotations.NullMarked;
