/** Produces the beans of the application: pools, log, projector, queries. */
@NullMarked
package org.bitacora.server.wiring;

import org.jspecify.annotations.NullMarked;
