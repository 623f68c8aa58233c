/** From a definition to one SQL statement: the only place where observations are computed. */
@NullMarked
package org.bitacora.projections.indicator.query;

import org.jspecify.annotations.NullMarked;
