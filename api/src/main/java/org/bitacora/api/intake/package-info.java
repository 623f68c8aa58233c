/** The one way in, for every channel: parse, check, decide, append. */
@NullMarked
package org.bitacora.api.intake;

import org.jspecify.annotations.NullMarked;
