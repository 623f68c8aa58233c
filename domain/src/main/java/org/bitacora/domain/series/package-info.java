/** Reported values: the values of an external series for a period, and their aggregation. */
@NullMarked
package org.bitacora.domain.series;

import org.jspecify.annotations.NullMarked;
