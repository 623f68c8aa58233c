/** Following the logs: claim what is behind, fold, write what follows and the checkpoint in one transaction. */
@NullMarked
package org.bitacora.projections.follow;

import org.jspecify.annotations.NullMarked;
