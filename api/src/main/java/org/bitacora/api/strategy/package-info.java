/** Strategies over HTTP: what is planned, what it came to, and how it reads. */
@NullMarked
package org.bitacora.api.strategy;

import org.jspecify.annotations.NullMarked;
