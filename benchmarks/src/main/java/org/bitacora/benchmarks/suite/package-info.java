/** The measurements of each group. */
@NullMarked
package org.bitacora.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
