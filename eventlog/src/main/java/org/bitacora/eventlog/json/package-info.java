/** Strict reading and writing of JSON text: repeated keys, U+0000 and lone surrogates are errors. */
@NullMarked
package org.bitacora.eventlog.json;

import org.jspecify.annotations.NullMarked;
