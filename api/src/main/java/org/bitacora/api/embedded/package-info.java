/**
 * The servers that Bitácora brings along, so that one command on a bare machine is enough: the data directory and its
 * lock, and a PostgreSQL that keeps its data there, starts again when it dies, and is never left unsafe. Plain Java,
 * called before Quarkus starts and by tests and benchmarks.
 */
@NullMarked
package org.bitacora.api.embedded;

import org.jspecify.annotations.NullMarked;
