/** The Quarkus application: where it starts. */
@NullMarked
package org.bitacora.server;

import org.jspecify.annotations.NullMarked;
