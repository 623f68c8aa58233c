/** Publications: the definition of reports, their frozen form, and the differences from the current values. */
@NullMarked
package org.bitacora.domain.publication;

import org.jspecify.annotations.NullMarked;
