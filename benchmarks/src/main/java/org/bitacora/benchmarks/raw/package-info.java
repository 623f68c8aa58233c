/** The raw limits, measured with plain JDBC. */
@NullMarked
package org.bitacora.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
