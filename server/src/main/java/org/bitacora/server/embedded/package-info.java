/**
 * Embedded servers: the data directory and its lock, PostgreSQL, and optionally Kafka. Plain Java, called before
 * Quarkus starts and by tests and benchmarks.
 */
@NullMarked
package org.bitacora.server.embedded;

import org.jspecify.annotations.NullMarked;
