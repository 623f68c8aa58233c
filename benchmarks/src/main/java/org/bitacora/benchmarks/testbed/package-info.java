/** The application under test as a process of its own, with its database, its Kafka, and the data loaded into it. */
@NullMarked
package org.bitacora.benchmarks.testbed;

import org.jspecify.annotations.NullMarked;
