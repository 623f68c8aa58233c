/**
 * The relay: hands the entries of each log to a channel in order, at least once, on any number of nodes with
 * PostgreSQL as the only coordinator.
 */
@NullMarked
package org.bitacora.projections.relay;

import org.jspecify.annotations.NullMarked;
