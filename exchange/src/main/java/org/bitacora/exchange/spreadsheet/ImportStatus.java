package org.bitacora.exchange.spreadsheet;

import java.util.Locale;

/** How an import stands. */
enum ImportStatus {
    WAITING,
    RUNNING,
    DONE,
    /** Rows are wrong, and all or none were wanted: nothing is stored. */
    REFUSED,
    /** The file broke on the way, or the database did. */
    FAILED,
    /** It was stopped on the way, with the server: what it stored is stored, and posting the file again goes on. */
    INTERRUPTED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isEnd() {
        return this != WAITING && this != RUNNING;
    }
}
