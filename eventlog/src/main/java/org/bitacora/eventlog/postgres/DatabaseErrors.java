package org.bitacora.eventlog.postgres;

import io.vertx.pgclient.PgException;

/** Classifies errors of the database. */
public final class DatabaseErrors {

    private DatabaseErrors() {}

    /**
     * Returns whether the data violate a rule (SQLSTATE classes 21 to 23), so that a retry fails again. All other
     * errors, such as a server shutdown, are temporary.
     */
    public static boolean isDataError(Throwable failure) {
        var state = failure instanceof PgException e ? e.getSqlState() : null;
        return state != null && (state.startsWith("21") || state.startsWith("22") || state.startsWith("23"));
    }
}
