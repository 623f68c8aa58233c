package org.bitacora.exchange.spreadsheet;

import java.util.Locale;

/** The status of an import. */
enum ImportStatus {
    WAITING,
    RUNNING,
    DONE,
    /** The mode is {@code all} and rows are invalid: nothing was stored. */
    REFUSED,
    /** The file could not be read to its end, or the database failed. */
    FAILED,
    /**
     * The server stopped during the import. The stored events remain; importing the file again continues the import.
     */
    INTERRUPTED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isEnd() {
        return this != WAITING && this != RUNNING;
    }
}
