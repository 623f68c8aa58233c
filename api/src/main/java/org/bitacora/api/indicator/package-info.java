/** Indicators, observations, evidence, changes and the activity map over HTTP. */
@NullMarked
package org.bitacora.api.indicator;

import org.jspecify.annotations.NullMarked;
