/** The event log of a territory as an interface: append, read, and look up what became of an event. */
@NullMarked
package org.bitacora.eventlog;

import org.jspecify.annotations.NullMarked;
