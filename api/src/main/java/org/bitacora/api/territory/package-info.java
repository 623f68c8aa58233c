/** Territories, members and logs over HTTP. */
@NullMarked
package org.bitacora.api.territory;

import org.jspecify.annotations.NullMarked;
