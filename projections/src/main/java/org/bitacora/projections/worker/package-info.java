/** Background threads: a task is started again with a delay after it failed, and can be woken. */
@NullMarked
package org.bitacora.projections.worker;

import org.jspecify.annotations.NullMarked;
