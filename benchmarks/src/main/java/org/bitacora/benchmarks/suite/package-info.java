/** The measurements of all groups. */
@NullMarked
package org.bitacora.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
