package org.bitacora.server.embedded;

import java.io.Serial;

/** A server that Bitácora brings along cannot be had. The message says why, and is meant for the person who started Bitácora. */
public final class ServerUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ServerUnavailableException(String message) {
        super(message);
    }

    ServerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
