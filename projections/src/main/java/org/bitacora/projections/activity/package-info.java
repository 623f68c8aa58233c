/** Versions of activities: each state, and the log positions between which it was the latest knowledge. */
@NullMarked
package org.bitacora.projections.activity;

import org.jspecify.annotations.NullMarked;
