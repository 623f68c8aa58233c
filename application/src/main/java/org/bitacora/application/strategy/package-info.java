/** Use cases on strategies: adopt, change, review, and compute attainment, scorecards and the strategy map. */
@NullMarked
package org.bitacora.application.strategy;

import org.jspecify.annotations.NullMarked;
