/** Versions of activities: what is known of each, and between which positions it was the latest knowledge. */
@NullMarked
package org.bitacora.projections.activity;

import org.jspecify.annotations.NullMarked;
