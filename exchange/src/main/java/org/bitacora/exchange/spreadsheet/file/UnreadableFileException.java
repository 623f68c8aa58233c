package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import org.bitacora.domain.refusal.Detail;

/** Thrown if a file cannot be read. The sender of the file sees the reason. */
public final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Detail reason;

    public UnreadableFileException(Detail reason) {
        super(reason.english());
        this.reason = reason;
    }

    public UnreadableFileException(Detail reason, Throwable cause) {
        super(reason.english(), cause);
        this.reason = reason;
    }

    public Detail reason() {
        return reason;
    }
}
