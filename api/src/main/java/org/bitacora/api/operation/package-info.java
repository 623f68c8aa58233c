/** What operators look at: readiness, metrics, what is parked, rebuilding. */
@NullMarked
package org.bitacora.api.operation;

import org.jspecify.annotations.NullMarked;
