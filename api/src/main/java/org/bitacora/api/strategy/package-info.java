/** Strategies, attainment, scorecards and the strategy map over HTTP. */
@NullMarked
package org.bitacora.api.strategy;

import org.jspecify.annotations.NullMarked;
