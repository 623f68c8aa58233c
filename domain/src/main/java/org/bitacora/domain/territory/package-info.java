/** Territories, their codes, kinds, countries and memberships. */
@NullMarked
package org.bitacora.domain.territory;

import org.jspecify.annotations.NullMarked;
