/** What is counted and how: periods, measures, definitions, and the shape of an observation. */
@NullMarked
package org.bitacora.domain.indicator;

import org.jspecify.annotations.NullMarked;
