/** The figures of published reports, and how two sets of figures differ. */
@NullMarked
package org.bitacora.domain.publication;

import org.jspecify.annotations.NullMarked;
