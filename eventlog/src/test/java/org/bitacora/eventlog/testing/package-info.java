/** What tests of the log and of what follows it stand on: a real PostgreSQL, a clock under control, drafts to append. */
@NullMarked
package org.bitacora.eventlog.testing;

import org.jspecify.annotations.NullMarked;
