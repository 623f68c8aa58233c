/** The versions of strategies, and the queries over them. */
@NullMarked
package org.bitacora.projections.strategy;

import org.jspecify.annotations.NullMarked;
