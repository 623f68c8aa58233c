package org.bitacora.eventlog.postgres;

import io.vertx.pgclient.PgException;

/** Tells why the database failed. */
public final class DatabaseErrors {

    private DatabaseErrors() {}

    /** SQLSTATE classes 21 to 23: what is written breaks a rule, and will again. All else (a server that stops, say) passes. */
    public static boolean isDataError(Throwable failure) {
        var state = failure instanceof PgException e ? e.getSqlState() : null;
        return state != null && (state.startsWith("21") || state.startsWith("22") || state.startsWith("23"));
    }
}
