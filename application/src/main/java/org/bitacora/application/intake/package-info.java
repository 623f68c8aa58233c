/** The one write path of every channel: parse, validate, decide, append. */
@NullMarked
package org.bitacora.application.intake;

import org.jspecify.annotations.NullMarked;
