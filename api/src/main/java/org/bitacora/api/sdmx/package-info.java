/**
 * Figures and their structure as statistics offices harvest them: SDMX 3.0, by its REST API 2. The values are those of every
 * other format, by year and by month.
 */
@NullMarked
package org.bitacora.api.sdmx;

import org.jspecify.annotations.NullMarked;
