/** Import of CSV and XLSX files: the rows of a file become events. */
@NullMarked
package org.bitacora.exchange.spreadsheet;

import org.jspecify.annotations.NullMarked;
