/** Strategies, objectives, measures and targets, and the calculation of attainment and scorecards. */
@NullMarked
package org.bitacora.domain.strategy;

import org.jspecify.annotations.NullMarked;
