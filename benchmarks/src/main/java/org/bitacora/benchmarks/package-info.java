/**
 * The benchmarks of {@code ./bitacora bench}. They start the application as a user would, load it from outside and
 * compare it with plain JDBC or a trivial endpoint on the same machine in the same run.
 */
@NullMarked
package org.bitacora.benchmarks;

import org.jspecify.annotations.NullMarked;
