/** The entry point of the Quarkus application. */
@NullMarked
package org.bitacora.server;

import org.jspecify.annotations.NullMarked;
