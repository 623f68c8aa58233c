/** Strategies as they were stated, and what figures mean beside their targets: attainment, scorecards, links, reviews. */
@NullMarked
package org.bitacora.domain.strategy;

import org.jspecify.annotations.NullMarked;
