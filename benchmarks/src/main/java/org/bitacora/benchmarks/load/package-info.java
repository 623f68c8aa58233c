/** HTTP load: connections, closed and open loops, requests and responses. */
@NullMarked
package org.bitacora.benchmarks.load;

import org.jspecify.annotations.NullMarked;
