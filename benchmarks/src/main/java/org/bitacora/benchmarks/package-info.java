/**
 * What {@code ./bitacora bench} runs: starts the application as a user would, loads it from outside, and measures it
 * beside what plain JDBC, or a trivial endpoint, does on the same machine in the same run.
 */
@NullMarked
package org.bitacora.benchmarks;

import org.jspecify.annotations.NullMarked;
