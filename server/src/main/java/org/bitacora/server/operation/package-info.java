/** Readiness and metrics of the projections. */
@NullMarked
package org.bitacora.server.operation;

import org.jspecify.annotations.NullMarked;
