/** What was reported for the periods of a series, and since when. */
@NullMarked
package org.bitacora.projections.series;

import org.jspecify.annotations.NullMarked;
