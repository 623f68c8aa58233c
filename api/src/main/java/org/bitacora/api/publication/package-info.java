/** Publications and their feeds over HTTP. */
@NullMarked
package org.bitacora.api.publication;

import org.jspecify.annotations.NullMarked;
