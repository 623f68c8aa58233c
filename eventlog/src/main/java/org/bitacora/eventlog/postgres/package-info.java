/** The event log in PostgreSQL: locks heads in order, drops duplicates and inserts entries in groups. */
@NullMarked
package org.bitacora.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
