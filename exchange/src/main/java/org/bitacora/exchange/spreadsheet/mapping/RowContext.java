package org.bitacora.exchange.spreadsheet.mapping;

/** A row with its header. */
record RowContext(SheetHeader header, SheetRow row) {

    /** The cell in the column with this name. */
    SheetCell cell(String name) {
        return row.cell(header.indexOf(name));
    }
}
