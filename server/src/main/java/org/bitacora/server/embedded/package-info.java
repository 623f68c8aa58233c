/**
 * The embedded servers: the data directory with its lock, PostgreSQL, and optionally Kafka. Plain Java, used before
 * Quarkus starts and by tests.
 */
@NullMarked
package org.bitacora.server.embedded;

import org.jspecify.annotations.NullMarked;
