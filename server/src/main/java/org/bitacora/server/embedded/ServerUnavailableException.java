package org.bitacora.server.embedded;

import java.io.Serial;

/** Thrown when an embedded server cannot be started. The message explains the reason to the operator. */
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
