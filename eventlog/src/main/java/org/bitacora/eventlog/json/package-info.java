/** JSON text into values and back, strictly: what the log cannot hold, or two readers would read in two ways, is a fault. */
@NullMarked
package org.bitacora.eventlog.json;

import org.jspecify.annotations.NullMarked;
