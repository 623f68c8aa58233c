/** From an entry of the log, of whatever version, to what it says today. */
@NullMarked
package org.bitacora.eventlog.upcast;

import org.jspecify.annotations.NullMarked;
