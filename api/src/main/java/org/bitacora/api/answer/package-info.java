/** How answers are made: formats, pages with a cursor, entity tags, and what is remembered for a second. */
@NullMarked
package org.bitacora.api.answer;

import org.jspecify.annotations.NullMarked;
