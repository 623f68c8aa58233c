/** Puts the application together: the pools, the log, its followers, the figures. */
@NullMarked
package org.bitacora.api.assembly;

import org.jspecify.annotations.NullMarked;
