/** Versions of reported values. */
@NullMarked
package org.bitacora.projections.series;

import org.jspecify.annotations.NullMarked;
