/** A territory as one archive: its log and what follows from it, to be kept, checked, and taken to another Bitácora. */
@NullMarked
package org.bitacora.api.archive;

import org.jspecify.annotations.NullMarked;
