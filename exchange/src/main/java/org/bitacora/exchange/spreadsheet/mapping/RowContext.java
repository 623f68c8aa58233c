package org.bitacora.exchange.spreadsheet.mapping;

/** A row beneath its header. */
record RowContext(SheetHeader header, SheetRow row) {

    /** What stands in the column of that name. */
    SheetCell cell(String name) {
        return row.cell(header.indexOf(name));
    }
}
