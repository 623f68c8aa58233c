/** Parameters of a request, and problems. Transitional: the use cases still read them directly. */
@NullMarked
package org.bitacora.application.request;

import org.jspecify.annotations.NullMarked;
