/** What any implementation of the log owes, as suites by behaviour; {@code EventLogContract} is all of them. */
@NullMarked
package org.bitacora.eventlog.contract;

import org.jspecify.annotations.NullMarked;
