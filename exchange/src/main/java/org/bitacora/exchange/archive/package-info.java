/**
 * A territory as one archive file, for backup, verification and transfer to another installation. The archive contains
 * the log and the results computed from it.
 */
@NullMarked
package org.bitacora.exchange.archive;

import org.jspecify.annotations.NullMarked;
