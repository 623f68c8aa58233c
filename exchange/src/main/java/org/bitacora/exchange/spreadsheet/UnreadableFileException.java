package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import org.bitacora.domain.refusal.Detail;

/** Thrown if a file cannot be read. The sender of the file sees the reason. */
final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Detail reason;

    UnreadableFileException(Detail reason) {
        super(reason.english());
        this.reason = reason;
    }

    UnreadableFileException(Detail reason, Throwable cause) {
        super(reason.english(), cause);
        this.reason = reason;
    }

    Detail reason() {
        return reason;
    }
}
