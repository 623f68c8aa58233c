/** The event log of a territory as an interface: append, read, verify, restore. */
@NullMarked
package org.bitacora.eventlog;

import org.jspecify.annotations.NullMarked;
