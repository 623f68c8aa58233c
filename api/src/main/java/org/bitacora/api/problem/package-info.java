/** What a caller is told when something cannot be done (RFC 9457). */
@NullMarked
package org.bitacora.api.problem;

import org.jspecify.annotations.NullMarked;
