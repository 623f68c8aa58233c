/** Use cases on publications: publish a report, compare it with current figures, list revisions. */
@NullMarked
package org.bitacora.application.publication;

import org.jspecify.annotations.NullMarked;
