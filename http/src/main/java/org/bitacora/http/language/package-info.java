/** The languages of responses, and the translations of explanations. */
@NullMarked
package org.bitacora.http.language;

import org.jspecify.annotations.NullMarked;
