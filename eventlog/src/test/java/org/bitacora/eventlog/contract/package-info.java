/** The contract of an event log as test suites by behaviour; {@code EventLogContract} combines them. */
@NullMarked
package org.bitacora.eventlog.contract;

import org.jspecify.annotations.NullMarked;
