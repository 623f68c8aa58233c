/**
 * From the logs to other channels: what was appended is handed on in the order of each log, at least once, and never past
 * a gap. Any number of nodes share the work, with PostgreSQL as the only coordinator.
 */
@NullMarked
package org.bitacora.projections.relay;

import org.jspecify.annotations.NullMarked;
