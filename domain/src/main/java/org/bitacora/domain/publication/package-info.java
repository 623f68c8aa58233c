/** Reports as they were published, and how figures differ from them since. */
@NullMarked
package org.bitacora.domain.publication;

import org.jspecify.annotations.NullMarked;
