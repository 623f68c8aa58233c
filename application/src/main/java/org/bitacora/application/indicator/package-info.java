/** Use cases on indicators: definitions, observations, comparison across territories, export. */
@NullMarked
package org.bitacora.application.indicator;

import org.jspecify.annotations.NullMarked;
