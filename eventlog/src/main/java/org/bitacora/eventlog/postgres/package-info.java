/** The event log in PostgreSQL: heads locked in order, duplicates dropped, entries inserted in groups. */
@NullMarked
package org.bitacora.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
