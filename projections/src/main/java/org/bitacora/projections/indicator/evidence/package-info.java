/** The activities and events behind a value, and what changed a value between two positions. */
@NullMarked
package org.bitacora.projections.indicator.evidence;

import org.jspecify.annotations.NullMarked;
