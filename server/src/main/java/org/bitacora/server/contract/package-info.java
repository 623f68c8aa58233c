/** Completes the OpenAPI contract beyond the annotations of the resources. */
@NullMarked
package org.bitacora.server.contract;

import org.jspecify.annotations.NullMarked;
