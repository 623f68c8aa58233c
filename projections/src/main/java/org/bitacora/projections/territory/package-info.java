/** Registered territories and their members. */
@NullMarked
package org.bitacora.projections.territory;

import org.jspecify.annotations.NullMarked;
