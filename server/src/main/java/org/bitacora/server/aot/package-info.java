/** The training run that is recorded in the AOT cache of the JVM, so that later starts are fast. */
@NullMarked
package org.bitacora.server.aot;

import org.jspecify.annotations.NullMarked;
