/** The representation of an indicator definition, shared by the API and by archives. */
@NullMarked
package org.bitacora.http.indicator;

import org.jspecify.annotations.NullMarked;
