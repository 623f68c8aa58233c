package org.bitacora.exchange.spreadsheet;

import java.util.List;
import org.bitacora.exchange.spreadsheet.mapping.RowParser.ScannedRow;

/**
 * The rows of an activity before they are parsed.
 *
 * @param activity the name of the activity; empty for a row without a name
 */
record UnparsedRows(String activity, List<ScannedRow> rows) {

    UnparsedRows {
        rows = List.copyOf(rows);
    }
}
