/** The messages that all channels send: log entries and observations. */
@NullMarked
package org.bitacora.channels.message;

import org.jspecify.annotations.NullMarked;
