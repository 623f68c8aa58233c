/** Spreadsheets in: a file and what its columns mean become events, through the same intake as all others. */
@NullMarked
package org.bitacora.api.spreadsheet;

import org.jspecify.annotations.NullMarked;
