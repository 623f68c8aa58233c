/** A start that is made to be recorded, so that those after it are fast: see ADR 12. */
@NullMarked
package org.bitacora.api.training;

import org.jspecify.annotations.NullMarked;
