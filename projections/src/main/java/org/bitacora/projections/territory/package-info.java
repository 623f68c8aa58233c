/** Territories as they are registered, and which of them belong to which. */
@NullMarked
package org.bitacora.projections.territory;

import org.jspecify.annotations.NullMarked;
