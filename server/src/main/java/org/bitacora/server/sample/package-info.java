/** The sample registries of --demo, loaded like the events of any sender. */
@NullMarked
package org.bitacora.server.sample;

import org.jspecify.annotations.NullMarked;
