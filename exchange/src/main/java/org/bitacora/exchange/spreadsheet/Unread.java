package org.bitacora.exchange.spreadsheet;

import java.util.List;
import org.bitacora.exchange.spreadsheet.mapping.RowReader.Seen;

/**
 * The rows of an activity, still to be read.
 *
 * @param activity its name; empty for a row that names none
 */
record Unread(String activity, List<Seen> rows) {

    Unread {
        rows = List.copyOf(rows);
    }
}
