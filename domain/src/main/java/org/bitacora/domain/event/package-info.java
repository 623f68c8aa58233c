/** The common basis of all domain events: types, subjects, data and decisions. */
@NullMarked
package org.bitacora.domain.event;

import org.jspecify.annotations.NullMarked;
