/** API keys over HTTP. */
@NullMarked
package org.bitacora.api.access;

import org.jspecify.annotations.NullMarked;
