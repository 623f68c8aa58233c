/** Commands of the launcher that talk to a running server: they need nothing of it but its contract. */
@NullMarked
package org.bitacora.api.command;

import org.jspecify.annotations.NullMarked;
