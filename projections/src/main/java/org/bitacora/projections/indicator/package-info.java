/** Definitions, scopes and queries for observations, shared by the computation of values, evidence and changes. */
@NullMarked
package org.bitacora.projections.indicator;

import org.jspecify.annotations.NullMarked;
