/** Events over HTTP (CloudEvents). */
@NullMarked
package org.bitacora.api.intake;

import org.jspecify.annotations.NullMarked;
