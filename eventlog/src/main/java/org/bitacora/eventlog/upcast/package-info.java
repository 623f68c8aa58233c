/** Upcasters: from an entry of any schema version to the current shape of its event. */
@NullMarked
package org.bitacora.eventlog.upcast;

import org.jspecify.annotations.NullMarked;
