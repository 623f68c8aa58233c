/**
 * The projector: claims territories that are behind, folds their events, and writes versions and the checkpoint in one
 * transaction.
 */
@NullMarked
package org.bitacora.projections.projector;

import org.jspecify.annotations.NullMarked;
