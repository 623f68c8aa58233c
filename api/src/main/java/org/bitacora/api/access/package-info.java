/** Who may do what: keys, roles, and what they are limited to. */
@NullMarked
package org.bitacora.api.access;

import org.jspecify.annotations.NullMarked;
