/** The progress log of a benchmark run, and the exception for failed measurements. */
@NullMarked
package org.bitacora.benchmarks.progress;

import org.jspecify.annotations.NullMarked;
