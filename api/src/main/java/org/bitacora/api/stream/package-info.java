/** What happens, told while it happens: server-sent events. */
@NullMarked
package org.bitacora.api.stream;

import org.jspecify.annotations.NullMarked;
