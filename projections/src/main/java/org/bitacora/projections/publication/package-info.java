/** What was published, as the log has it. */
@NullMarked
package org.bitacora.projections.publication;

import org.jspecify.annotations.NullMarked;
