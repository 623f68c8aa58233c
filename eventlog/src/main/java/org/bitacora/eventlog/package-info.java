/** The log of a territory, as a port: what is appended, what is read back, and what became of each event. */
@NullMarked
package org.bitacora.eventlog;

import org.jspecify.annotations.NullMarked;
