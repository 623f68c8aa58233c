/**
 * The servers that Bitácora brings along, so that one command on a bare machine is enough: the data directory and its
 * lock, a PostgreSQL and, where asked for, a Kafka. They keep their data there, start again when they die, and are never
 * left unsafe. Plain Java, called before Quarkus starts and by tests and benchmarks.
 */
@NullMarked
package org.bitacora.api.embedded;

import org.jspecify.annotations.NullMarked;
