/** API keys, roles, and what a caller may read and write. */
@NullMarked
package org.bitacora.application.access;

import org.jspecify.annotations.NullMarked;
