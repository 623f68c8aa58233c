/** Observations and their structure in SDMX 3.0 (REST API 2), by year and by month. */
@NullMarked
package org.bitacora.exchange.sdmx;

import org.jspecify.annotations.NullMarked;
