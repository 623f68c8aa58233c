/** What all events of the domain have in common: their types, their subjects, their data and the decisions that make them. */
@NullMarked
package org.bitacora.domain.event;

import org.jspecify.annotations.NullMarked;
