/** Measurements: values, thresholds, results, rounds and quantiles. */
@NullMarked
package org.bitacora.benchmarks.measurement;

import org.jspecify.annotations.NullMarked;
