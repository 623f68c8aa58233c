package org.bitacora.exchange.spreadsheet;

import java.io.IOException;

/** Thrown if a file cannot be read. The sender of the file sees the reason. */
final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableFileException(String reason) {
        super(reason);
        this.reason = reason;
    }

    UnreadableFileException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
