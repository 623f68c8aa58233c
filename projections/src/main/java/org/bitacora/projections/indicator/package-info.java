/** From a definition to one query: the only place where figures are computed. */
@NullMarked
package org.bitacora.projections.indicator;

import org.jspecify.annotations.NullMarked;
