/** Configuration of the application and its database. */
@NullMarked
package org.bitacora.server.configuration;

import org.jspecify.annotations.NullMarked;
