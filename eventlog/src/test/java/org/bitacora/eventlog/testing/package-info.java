/** Test support for the log and its readers: a real PostgreSQL, a controllable clock and drafts to append. */
@NullMarked
package org.bitacora.eventlog.testing;

import org.jspecify.annotations.NullMarked;
