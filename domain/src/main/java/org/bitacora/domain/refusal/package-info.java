/** Refusals as values: why something is not stored, with a JSON Pointer for each violation. */
@NullMarked
package org.bitacora.domain.refusal;

import org.jspecify.annotations.NullMarked;
