/** Publications as they are in the log, and the entries that may have revised them. */
@NullMarked
package org.bitacora.projections.publication;

import org.jspecify.annotations.NullMarked;
