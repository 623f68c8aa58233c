/** Territories and their logs over HTTP. */
@NullMarked
package org.bitacora.api.territory;

import org.jspecify.annotations.NullMarked;
