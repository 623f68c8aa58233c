/** Indicators, observations and Bahía's activity map over HTTP. */
@NullMarked
package org.bitacora.api.indicator;

import org.jspecify.annotations.NullMarked;
