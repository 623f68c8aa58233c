/** The application under test as a separate process, with its database, its Kafka broker and the loaded data. */
@NullMarked
package org.bitacora.benchmarks.testbed;

import org.jspecify.annotations.NullMarked;
