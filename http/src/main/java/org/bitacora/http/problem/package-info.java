/** Problem details (RFC 9457): exceptions and refusals as responses. */
@NullMarked
package org.bitacora.http.problem;

import org.jspecify.annotations.NullMarked;
