/** Which observations change when entries are appended to a log, and why. */
@NullMarked
package org.bitacora.projections.indicator.change;

import org.jspecify.annotations.NullMarked;
