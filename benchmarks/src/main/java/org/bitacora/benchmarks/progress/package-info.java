/** The progress log of a benchmark run, and the exception for what could not be measured. */
@NullMarked
package org.bitacora.benchmarks.progress;

import org.jspecify.annotations.NullMarked;
