/** Identifiers: the codes and names of things, the subjects made of them, and positions in a log. */
@NullMarked
package org.bitacora.domain.identifier;

import org.jspecify.annotations.NullMarked;
