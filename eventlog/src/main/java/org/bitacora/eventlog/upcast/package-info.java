/** Converts entries of any schema version to the current schema version of their event. */
@NullMarked
package org.bitacora.eventlog.upcast;

import org.jspecify.annotations.NullMarked;
