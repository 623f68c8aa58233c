/** Reports that are published: frozen as they were, with what differs since. */
@NullMarked
package org.bitacora.api.publication;

import org.jspecify.annotations.NullMarked;
