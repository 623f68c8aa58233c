/** Why something that was sent is not stored: refusals are values, each with the places it points at. */
@NullMarked
package org.bitacora.domain.refusal;

import org.jspecify.annotations.NullMarked;
