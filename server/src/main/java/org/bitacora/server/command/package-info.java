/** Commands of the launcher that call a running server through its public contract. */
@NullMarked
package org.bitacora.server.command;

import org.jspecify.annotations.NullMarked;
