/** The log in PostgreSQL: heads locked in order, duplicates dropped, entries inserted by the group. */
@NullMarked
package org.bitacora.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
