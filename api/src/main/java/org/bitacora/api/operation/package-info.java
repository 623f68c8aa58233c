/** Operation over HTTP: parked events and rebuilds. */
@NullMarked
package org.bitacora.api.operation;

import org.jspecify.annotations.NullMarked;
