/** Definitions of indicators, periods, measures, filters and breakdowns, and the calculation of observations. */
@NullMarked
package org.bitacora.domain.indicator;

import org.jspecify.annotations.NullMarked;
