package org.bitacora.api.spreadsheet;

import java.util.List;
import org.bitacora.domain.spreadsheet.RowReader.Seen;

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
