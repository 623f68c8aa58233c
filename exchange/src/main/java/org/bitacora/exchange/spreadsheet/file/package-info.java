/** Reads the rows of files: CSV, and workbooks in Office Open XML. */
@NullMarked
package org.bitacora.exchange.spreadsheet.file;

import org.jspecify.annotations.NullMarked;
