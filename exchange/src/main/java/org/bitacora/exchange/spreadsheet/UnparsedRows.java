package org.bitacora.exchange.spreadsheet;

import java.util.List;
import org.bitacora.exchange.spreadsheet.mapping.RowParser.ScannedRow;

/**
 * The rows of an activity, still to be read.
 *
 * @param activity its name; empty for a row that names none
 */
record UnparsedRows(String activity, List<ScannedRow> rows) {

    UnparsedRows {
        rows = List.copyOf(rows);
    }
}
