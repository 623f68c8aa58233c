package org.bitacora.server.embedded;

import java.io.Serial;

/** A server that Bitácora brings along cannot be had. The message says why, and is meant for the person who started Bitácora. */
public final class ServerUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ServerUnavailable(String message) {
        super(message);
    }

    ServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
