/** Refusals as values: why something is neither stored nor answered, with a JSON Pointer for each violation. */
@NullMarked
package org.bitacora.domain.refusal;

import org.jspecify.annotations.NullMarked;
