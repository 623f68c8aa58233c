/** Use cases on territories: register, resolve a moment to log positions, periods of plans. */
@NullMarked
package org.bitacora.application.territory;

import org.jspecify.annotations.NullMarked;
