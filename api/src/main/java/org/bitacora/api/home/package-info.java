/** The home page, and the entry point of the API. */
@NullMarked
package org.bitacora.api.home;

import org.jspecify.annotations.NullMarked;
