/** The application: where it starts. */
@NullMarked
package org.bitacora.api;

import org.jspecify.annotations.NullMarked;
