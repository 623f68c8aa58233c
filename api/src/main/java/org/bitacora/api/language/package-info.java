/** The texts for people, in Spanish, Portuguese and English. */
@NullMarked
package org.bitacora.api.language;

import org.jspecify.annotations.NullMarked;
