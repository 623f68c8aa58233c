/** Versions of strategies and assessments, and the queries over them. */
@NullMarked
package org.bitacora.projections.strategy;

import org.jspecify.annotations.NullMarked;
