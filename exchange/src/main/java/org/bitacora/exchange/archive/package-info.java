/**
 * A territory as one archive file: its log and what was computed from it, for backup, verification and transfer to
 * another installation.
 */
@NullMarked
package org.bitacora.exchange.archive;

import org.jspecify.annotations.NullMarked;
