/** Server-sent events: log entries and observations as they happen. */
@NullMarked
package org.bitacora.channels.stream;

import org.jspecify.annotations.NullMarked;
