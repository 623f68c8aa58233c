/** Throttling of background work, and blocking calls outside the event loops. */
@NullMarked
package org.bitacora.application.background;

import org.jspecify.annotations.NullMarked;
