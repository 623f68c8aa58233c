package org.bitacora.exchange.spreadsheet.mapping;

/** A row beneath its header. */
record Place(Header header, Row row) {

    /** What stands in the column of that name. */
    Cell cell(String name) {
        return row.at(header.place(name));
    }
}
