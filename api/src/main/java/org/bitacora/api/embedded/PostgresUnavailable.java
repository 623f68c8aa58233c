package org.bitacora.api.embedded;

import java.io.Serial;

/** The embedded PostgreSQL cannot be had. The message says why, and is meant for the person who started Bitácora. */
public final class PostgresUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PostgresUnavailable(String message) {
        super(message);
    }

    PostgresUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
